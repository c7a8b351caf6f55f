# The log-rank test of two to five groups. No test where survdiff has none: one group only, one with events expected at
# most, or no variance since all who were followed had the event on the first day with one.
compared <- function(id) {
  groups <- sample(2:5, 1)
  n <- sample(c(1, 2, 3, 4, 6, 10, 20, 40, 60), 1)
  last <- sample(c(0, 2, 6, 30, 400), 1, prob = c(1, 2, 4, 4, 4))
  group <- sample(seq_len(groups), n, TRUE, seq_len(groups)^sample(c(0, 2), 1)) - 1
  slower <- sample(c(0, .5, 2), 1)
  day <- pmin(round(sample(0:last, n, TRUE) * (1 + slower * (group == 0))), 1000)
  data.frame(cohort = id, group, day, event = rbinom(n, 1, sample(c(0, .1, .5, .9, 1), 1)))
}
tested <- function(c) {
  none <- data.frame(cohort = c$cohort[1], chi2 = NA, df = NA, p = NA)
  d <- tryCatch(survdiff(Surv(day, event) ~ group, c), error = function(e) NULL)
  if (is.null(d) || sum(d$exp > 0) < 2) return(none)
  df <- sum(d$exp > 0) - 1
  data.frame(cohort = c$cohort[1], chi2 = d$chisq, df, p = pchisq(d$chisq, df, lower.tail = FALSE))
}
expected <- function(c) {
  if (length(unique(c$group)) < 2) return(NULL)
  d <- tryCatch(survdiff(Surv(day, event) ~ group, c), error = function(e) NULL)
  if (is.null(d)) return(NULL)
  data.frame(cohort = c$cohort[1], group = sort(unique(c$group)), n = as.vector(d$n), observed = d$obs, expected = d$exp)
}
random <- until_enough(compared, tested, function(t) !is.na(t$chi2))
comparisons <- c(random$cohorts, list(with(aml, data.frame(cohort = 0, group = as.integer(x) - 1, day = time, event = status))))
save(bind(comparisons), "compared")
save(bind(lapply(comparisons, tested)), "log-rank")
save(bind(lapply(comparisons, expected)), "log-rank-groups")
