# The t interval of a mean change, and quantiles of type 7. No interval where t.test has none: fewer than two pairs, or
# changes that are all the same.
paired <- function(id) {
  n <- sample(c(1, 2, 3, 4, 5, 8, 20, 60), 1)
  before <- sample(0:28, n, TRUE)
  data.frame(cohort = id, before, after = pmax(0, before - sample(c(0, 1, 3, 9), 1) - sample(-3:3, n, TRUE) * sample(0:1, 1)) + sample(c(0, .25), 1) * seq_len(n) * sample(0:1, 1))
}
change_of <- function(c) {
  level <- level_of()
  change <- c$after - c$before
  t <- if (all(change == 0)) NULL else tryCatch(t.test(c$after, c$before, paired = TRUE, conf.level = level), error = function(e) NULL)
  q <- quantile(change, c(.25, .5, .75, .1), names = FALSE)
  data.frame(cohort = c$cohort[1], level, mean = mean(change), sd = sd(change), lower = if (is.null(t)) NA else t$conf.int[1],
    upper = if (is.null(t)) NA else t$conf.int[2], p25 = q[1], median = q[2], p75 = q[3], p10 = q[4])
}
random <- until_enough(paired, change_of, function(value) !is.na(value$lower))
save(bind(random$cohorts), "pairs")
save(bind(random$values), "changes")
