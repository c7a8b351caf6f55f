# The reference values of MonitoringDefinitionTest. Run: Rscript monitoring.R
i <- 0:299
age <- 2020 - (1940 + (i * 7) %% 40)
male <- as.numeric(i %% 3 == 0)
years <- i %% 9 + 1
again <- as.numeric(i %% 4 == 0)
va <- as.numeric(i %% 5 == 0)
other <- as.numeric(i %% 7 == 0)
failed <- (i * 37 + 11) %% 100 < 20 + 30 * again + 10 * va
hospital <- (i %/% 2) %% 3
fit <- glm(failed ~ age + male + years + again + va + other, binomial, control = glm.control(epsilon = 1e-14))
risk <- round(fitted(fit), 3)
own <- hospital == 0
cat("failures", sum(failed), "of them own", sum(failed[own]), "\n")
cat("first risks", risk[own][1:5], "\n")
cat("expected", format(sum(risk[own]), digits = 15), "\n")
cat("odds ratios", round(exp(c(10, 1, 10, 1, 1, 1) * coef(fit)[-1]), 2), "\n")
w <- ifelse(failed[own], log(2), 0) - log(1 - risk[own] + 2 * risk[own])
s <- 0
path <- sapply(w[1:5], function(each) s <<- max(0, s + each))
cat("cusum", format(path, digits = 12), "\n")
cat("vlad", format(cumsum(risk[own] - failed[own])[c(5, 100)], digits = 12), "\n")
cat("ratio", format(c(sum(failed[own]) / sum(risk[own]), poisson.test(sum(failed[own]), sum(risk[own]))$conf.int), digits = 12), "\n")
o <- sum(failed[own]); e <- sum(risk[own])
cat("shrunken", format(c((o + 2) / (e + 2), qgamma(c(.025, .975), o + 2, e + 2)), digits = 12), "\n")
cat("plain", format(c(poisson.test(15, 15)$conf.int, log(2) - log(1.25)), digits = 12), "\n")
