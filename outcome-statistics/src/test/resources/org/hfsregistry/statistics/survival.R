# Kaplan-Meier, Aalen-Johansen, medians, restricted means and follow-up of random cohorts, small and awkward.
cohort <- function(id) {
  n <- sample(c(1, 2, 3, 4, 5, 8, 12, 20, 40), 1, prob = c(1, 1, 1, 1, 1, 2, 2, 2, 2))
  last <- sample(c(0, 2, 6, 30, 400, 3650), 1)
  first <- sample(0:1, 1)
  weights <- list(c(1, 0, 0), c(.9, .1, 0), c(.5, .5, 0), c(.1, .9, 0), c(0, 1, 0), c(.5, .3, .2), c(.2, .4, .4), c(.1, .1, .8), c(0, .5, .5), c(0, 0, 1))
  data.frame(cohort = id, day = sample(first:max(first, last), n, TRUE), cause = sample(0:2, n, TRUE, weights[[sample(length(weights), 1, prob = c(1, 1, 1, 1, 1, 4, 4, 4, 2, 1))]]))
}
both_causes <- function(c) any(c$cause == 1) && any(c$cause == 2)
cohorts <- until_enough(cohort, both_causes, isTRUE)$cohorts
# The textbook ones: aml by maintenance, and mgus2 (progression, with death competing).
last <- length(cohorts)
mgus <- with(mgus2, data.frame(cohort = last + 3, day = ifelse(pstat == 0, futime, ptime), cause = ifelse(pstat == 0, 2 * death, 1)))
cohorts <- c(cohorts,
  list(with(subset(aml, x == "Maintained"), data.frame(cohort = last + 1, day = time, cause = status))),
  list(with(subset(aml, x != "Maintained"), data.frame(cohort = last + 2, day = time, cause = status))), list(mgus))
levels <- levels_of(length(cohorts))
save(bind(cohorts), "cohorts")

# ---- Kaplan-Meier of cause 1, cause 2 censoring ------------------------------------------------------------------
curve <- function(c, event, level) survfit(Surv(day, event) ~ 1, c, conf.type = "log-log", conf.int = level)
fits <- Map(function(c, level) curve(c, c$cause == 1, level), cohorts, levels)
save(bind(Map(function(c, k) data.frame(cohort = c$cohort[1], day = k$time, at_risk = k$n.risk, events = k$n.event,
  survival = k$surv, lower = k$lower, upper = k$upper), cohorts, fits)), "survival")
# At levels about 99% a limit can rise again by a little. R's print takes the first day on which it is below one half,
# quantile the day of the value nearest below it. The first day is meant; falling limits make both agree on it.
falling <- function(limit) { known <- !is.na(limit); limit[known] <- cummin(limit[known]); limit }
median_of <- function(k) {
  k$lower <- falling(k$lower)
  k$upper <- falling(k$upper)
  unlist(quantile(k, .5), use.names = FALSE)
}
save(bind(Map(function(c, level, k) {
  m <- median_of(k)
  followed <- median_of(curve(c, c$cause != 1, level))
  mean <- survival:::survmean(k, rmean = "individual")$matrix
  data.frame(cohort = c$cohort[1], level, median = m[1], lower = m[2], upper = m[3],
    restricted_mean = unname(mean["rmean"]), restricted_mean_se = unname(mean["se(rmean)"]),
    follow_up = followed[1], follow_up_lower = followed[2], follow_up_upper = followed[3])
}, cohorts, levels, fits)), "medians")

# ---- Aalen-Johansen of cause 1, cause 2 competing ----------------------------------------------------------------
# survfit wants somebody in each of the states: cohorts without an event of either cause are left to the other tests.
incidence <- function(c, level) {
  if (!both_causes(c)) return(NULL)
  f <- survfit(Surv(day, factor(cause, 0:2, c("censored", "event", "competing"))) ~ 1, c, conf.type = "log-log", conf.int = level)
  e <- match("event", f$states)
  data.frame(cohort = c$cohort[1], level, day = f$time, at_risk = f$n.risk[, 1], events = f$n.event[, e],
    incidence = f$pstate[, e], variance = f$std.err[, e]^2, lower = f$lower[, e], upper = f$upper[, e])
}
save(bind(Map(incidence, cohorts, levels)), "incidence")
