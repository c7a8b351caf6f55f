# Quantiles of type 7 of whole days, such as from a treatment to the first report of it: few of them, many of them, ties.
waited <- function(id) {
  n <- sample(c(1, 2, 3, 5, 11, 40, 110, 300), 1)
  data.frame(cohort = id, day = sample(list(sample(0:400, n, TRUE), rpois(n, 3), rep(sample(0:60, 1), n), round(rexp(n, 1 / 90))), 1)[[1]])
}
quantiles_of <- function(c) {
  q <- quantile(c$day, c(0, .1, .5, .9, 1), names = FALSE)
  data.frame(cohort = c$cohort[1], n = nrow(c), p0 = q[1], p10 = q[2], median = q[3], p90 = q[4], p100 = q[5])
}
random <- until_enough(waited, quantiles_of, function(value) TRUE)
save(bind(random$cohorts), "days")
save(bind(random$values), "day-quantiles")
