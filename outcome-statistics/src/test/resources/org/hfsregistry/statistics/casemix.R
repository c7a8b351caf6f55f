# Logistic regression of failure on three columns, calibration by predicted risk, and observed against expected counts.
mixed <- function(id) {
  n <- sample(c(1, 2, 3, 5, 8, 15, 30, 60, 100), 1, prob = c(1, 1, 1, 1, 1, 3, 6, 6, 3))
  age <- round(rnorm(n, 52, 11)); woman <- rbinom(n, 1, sample(c(0, .65), 1, prob = c(1, 15))); months <- round(rexp(n, 1 / 60))
  if (runif(1) < .04) months <- 2 * age + 10 * woman
  eta <- sample(c(-3, -1.5, 0, 1), 1, prob = c(1, 3, 3, 3)) + sample(c(0, .04, .2), 1, prob = c(3, 5, 1)) * (age - 52) + sample(c(0, -.7, 8), 1, prob = c(4, 6, 1)) * woman + .005 * months
  data.frame(cohort = id, failed = rbinom(n, 1, plogis(eta)), age, woman, months)
}
# result: 0 fitted, 1 all failed or none, 2 a column that follows from the others, 3 separated. Separation shows in
# predictors that go on growing with the iterations; where they have neither grown nor settled R cannot tell either.
regression <- function(c) {
  row <- function(result, b = rep(NA, 4), se = rep(NA, 4), deviance = NA, first = NA) data.frame(cohort = c$cohort[1], result,
    b0 = b[1], b1 = b[2], b2 = b[3], b3 = b[4], se0 = se[1], se1 = se[2], se2 = se[3], se3 = se[4], deviance, first)
  if (length(unique(c$failed)) == 1) return(row(1))
  x <- cbind(1, c$age, c$woman, c$months)
  if (qr(x, tol = 1e-9)$rank < 4) return(row(2))
  after <- function(iterations) suppressWarnings(glm(failed ~ age + woman + months, binomial, c, control = glm.control(epsilon = 1e-300, maxit = iterations)))
  g <- after(25)
  moved <- max(abs(predict(g) - predict(after(20))))
  if (moved > 1) return(row(3))
  if (moved > 1e-6) return(NULL)
  row(0, coef(g), sqrt(diag(vcov(g))), deviance(g), fitted(g)[1])
}
random <- until_enough(mixed, regression, function(fit) !is.null(fit) && fit$result == 0)
told <- !vapply(random$values, is.null, TRUE)
mixes <- random$cohorts[told]
fits <- random$values[told]
save(bind(mixes), "mixes")
save(bind(fits), "regressions")
calibrated <- function(c, f) {
  if (f$result != 0) return(NULL)
  groups <- sample(2:5, 1)
  p <- plogis(f$b0 + f$b1 * c$age + f$b2 * c$woman + f$b3 * c$months)
  # Rounded, so that both sides see the same ties.
  p <- round(p, 3)
  group <- floor(groups * (rank(p, ties.method = "min") - 1) / length(p))
  data.frame(cohort = c$cohort[1], groups, group = sort(unique(group)), n = as.vector(table(group)),
    observed = as.vector(tapply(c$failed, group, sum)), expected = as.vector(tapply(p, group, sum)))
}
save(bind(Map(calibrated, mixes, fits)), "calibration")

# infert: the model of the definitions, with its expected counts by education.
save(with(infert, data.frame(failed = case, spontaneous, induced, education = as.integer(education) - 1)), "infert")

ratio <- function(observed, expected, level) {
  a <- (1 - level) / 2
  exact <- poisson.test(observed, expected, conf.level = level)$conf.int
  data.frame(observed, expected, level, lower = exact[1], upper = exact[2],
    shrunken_lower = qgamma(a, observed + 2, expected + 2), shrunken_upper = qgamma(1 - a, observed + 2, expected + 2))
}
observed <- c(0:20, rpois(wanted, sample(c(.5, 3, 20, 300), wanted, TRUE)))
save(bind(Map(ratio, observed, round(pmax(.01, observed * exp(rnorm(length(observed), 0, .5)) + rexp(length(observed))), 3), levels_of(length(observed)))), "ratios")
