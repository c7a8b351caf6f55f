# The reference values of TrendDefinitionTest. Run: Rscript trend.R
i <- 0:59
patient <- i %/% 4
number <- i %% 4 + 1
product <- ifelse(patient %% 3 == 0 & number > 2, "abo", "ona")
dose <- ifelse(product == "abo", 60 + 20 * ((i * 7) %% 5), 20 + 2.5 * ((i * 3) %% 7))
days <- 80 + (i * 29) %% 41 - 3 * number + patient
censored <- i %% 10 == 9
d <- data.frame(patient, number, product, dose, days)[!censored, ]
d$abo <- as.numeric(d$product == "abo")
d$doseabo <- d$dose * d$abo
d$doseona <- d$dose * (1 - d$abo)
within <- function(v) v - ave(v, d$patient)
x <- sapply(c("abo", "doseabo", "doseona", "number"), function(name) within(d[[name]]))
m <- lm(days ~ factor(patient) + abo + doseabo + doseona + number, d)
e <- qr.resid(qr(x), within(d$days))
scores <- rowsum(x * e, d$patient)
bread <- solve(crossprod(x))
g <- length(unique(d$patient)); n <- nrow(d); k <- ncol(x) + 1
se <- sqrt((bread %*% crossprod(scores) %*% bread)[4, 4] * g / (g - 1) * (n - 1) / (n - k))
b <- unname(coef(m)["number"])
cat("patients", g, "injections", n, "of", length(i), "all twice", all(table(d$patient) > 1), "\n")
cat("slope", format(b, digits = 14), "interval", format(b + c(-1, 1) * qt(.975, g - 1) * se, digits = 14), "\n")
