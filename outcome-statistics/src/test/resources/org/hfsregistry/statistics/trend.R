# The slope of relief on injection number within patients, adjusted for dose and product, with standard errors
# clustered by patient: G / (G - 1) * (N - 1) / (N - K), K = the slope, the adjustments kept and one, t with G - 1
# degrees of freedom. That is Stata's xtreg, fe vce(cluster). Patients with one session are left out.
course <- function(id) {
  patients <- sample(c(1, 2, 3, 5, 10, 15), 1)
  sessions <- sample(1:sample(c(2, 4, 8), 1), patients, TRUE)
  patient <- rep(seq_len(patients), sessions)
  number <- sequence(sessions) * sample(1:2, 1)
  dose <- sample(c(20, 25, 30), length(patient), TRUE)
  product <- if (runif(1) < .3) rep(1, length(patient)) else rbinom(length(patient), 1, .4)
  if (runif(1) < .05) dose <- 5 * number
  if (runif(1) < .05) product <- dose / 5
  relief <- round(90 + 15 * rnorm(patients)[patient] + sample(c(0, -2, 3), 1) * number + dose / 2 + sample(c(0, 8, 20), 1) * rnorm(length(patient)))
  data.frame(cohort = id, patient, relief, number, dose, product)
}
# result: 0 a slope, 1 fewer than two patients with two sessions, 2 the number follows from the adjustments, 3 no
# degrees of freedom or nothing left to estimate an error from.
slope <- function(c, level = level_of()) {
  id <- c$cohort[1]
  row <- function(result, value = NA, se = NA, patients = NA, sessions = NA, dropped = NA) {
    reach <- qt(1 - (1 - level) / 2, max(1, patients - 1)) * se
    data.frame(cohort = id, level, result, slope = value, se, patients, sessions, dropped, lower = value - reach, upper = value + reach)
  }
  c <- c[ave(c$patient, c$patient, FUN = length) > 1, ]
  g <- length(unique(c$patient))
  if (g < 2) return(row(1))
  within <- function(v) v - ave(v, c$patient)
  x <- cbind(within(c$dose), within(c$product))
  q <- qr(x, tol = 1e-9)
  kept <- q$pivot[seq_len(q$rank)]
  if (qr(cbind(x[, kept, drop = FALSE], within(c$number)), tol = 1e-9)$rank <= q$rank) return(row(2))
  if (nrow(c) - g - length(kept) - 1 <= 0) return(row(3))
  m <- lm(c$relief ~ factor(c$patient) + c$dose + c$product + c$number)
  b <- unname(coef(m)["c$number"])
  # By hand what sandwich::vcovCL does: the bread of the demeaned columns, the meat of the patients' scores.
  x <- cbind(x[, kept, drop = FALSE], within(c$number))
  e <- qr.resid(qr(x, tol = 1e-9), within(c$relief))
  scores <- rowsum(x * e, c$patient)
  bread <- solve(crossprod(x))
  v <- bread %*% crossprod(scores) %*% bread
  n <- nrow(c); k <- ncol(x) + 1
  variance <- v[k - 1, k - 1] * g / (g - 1) * (n - 1) / (n - k)
  if (variance <= 1e-20 * sum(c$relief^2) * bread[k - 1, k - 1]) return(row(3))
  row(0, b, sqrt(variance), g, n, 2 - length(kept))
}
random <- until_enough(course, slope, function(value) value$result == 0)
save(bind(random$cohorts), "sessions")
save(bind(random$values), "trends")
