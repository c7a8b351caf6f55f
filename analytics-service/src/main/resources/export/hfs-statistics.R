# Works the registry's statistics out of its export, and prints them: statistic, group, field, value, tabs between them.
#
#   Rscript hfs-statistics.R hfs-treatments.csv
#
# Needs R with the package survival, which comes with it. The network is all rows. A hospital is printed for a kind of treatment where
# it is named: then all its treatments of that kind are. Definitions: GET /v1/export/codebook, docs/statistics.md.
suppressPackageStartupMessages(library(survival))

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 1) stop("usage: Rscript hfs-statistics.R FILE.csv")
rows <- read.csv(arguments[1], stringsAsFactors = FALSE, na.strings = "", colClasses = c(hospital = "character"))

tell <- function(statistic, group, field, value) {
  if (length(value) == 1 && !is.na(value)) {
    cat(statistic, group, field, sprintf("%.17g", as.numeric(value)), sep = "\t")
    cat("\n")
  }
}

is_true <- function(column) !is.na(column) & column == "true"

# Wilson's interval (1927): prop.test without a correction for continuity.
tell_rate <- function(statistic, group, field, x, n) {
  if (n == 0) return(invisible())
  ends <- suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int
  tell(statistic, group, paste0(field, "rate"), x / n)
  tell(statistic, group, paste0(field, "interval.lower"), ends[1])
  tell(statistic, group, paste0(field, "interval.upper"), ends[2])
}

# Cumulative incidence by Aalen and Johansen (1978); the first level of a factor is what censors.
tell_incidence <- function(statistic, group, days, end, event, at) {
  if (length(days) == 0) return(invisible())
  fit <- survfit(Surv(days, factor(end, levels = c("censored", event, setdiff(unique(end), c("censored", event))))) ~ 1)
  if (!event %in% fit$states) return(invisible())
  incidence <- fit$pstate[, fit$states == event]
  events <- fit$n.event[, fit$states == event]
  for (i in which(events > 0)) {
    tell(statistic, group, paste0("curve.", fit$time[i], ".incidence"), incidence[i])
    tell(statistic, group, paste0("curve.", fit$time[i], ".atRisk"), sum(days >= fit$time[i]))
  }
  for (day in at) {
    if (day <= max(days)) {
      past <- which(fit$time <= day)
      tell(statistic, group, paste0("at.", day, ".incidence"), if (length(past) == 0) 0 else incidence[max(past)])
    }
  }
  half <- which(incidence > 0.5 - 1e-12)
  if (statistic == "mvd-time-to-relief" && length(half) > 0) {
    # Where the curve runs flat at one half, the middle of that: up to its next step, or to its end.
    first <- min(half)
    above <- c(which(incidence > 0.5 + 1e-12), length(incidence))
    last <- if (incidence[first] > 0.5 + 1e-12) first else min(above)
    tell(statistic, group, "medianDays", (fit$time[first] + fit$time[last]) / 2)
  }
}

tell_operations <- function(group, mvd) {
  assessed <- !is.na(mvd$gradeAtYear)
  free <- assessed & mvd$gradeAtYear == "E0"
  due <- is_true(mvd$dueAtYear)
  tell("mvd-success", group, "n", sum(assessed))
  tell("mvd-success", group, "successes", sum(free))
  tell_rate("mvd-success", group, "", sum(free), sum(assessed))
  tell("mvd-success", group, "operations", nrow(mvd))
  tell("mvd-success", group, "due", sum(due))
  if (any(due)) {
    tell("mvd-success", group, "completeness", sum(due & assessed) / sum(due))
    tell("mvd-success", group, "bounds.lower", sum(due & free) / sum(due))
    tell("mvd-success", group, "bounds.upper", (sum(due & free) + sum(due & !assessed)) / sum(due))
  }
  tell_incidence("mvd-time-to-relief", group, mvd$waitDays, mvd$waitEnd, "free", c())
  went <- mvd[!is.na(mvd$freeEnd), ]
  tell("mvd-recurrence", group, "atRisk", nrow(went))
  tell("mvd-recurrence", group, "recurrences", sum(went$freeEnd == "returned"))
  tell_incidence("mvd-recurrence", group, went$freeDays, went$freeEnd, "returned", c(365, 730, 1825, 3650))
}

tell_sessions <- function(group, botox) {
  responded <- is_true(botox$responded)
  tell("botox-relief", group, "n", nrow(botox))
  tell("botox-relief", group, "responders", sum(responded))
  if (nrow(botox) > 0) {
    ends <- suppressWarnings(prop.test(sum(responded), nrow(botox), correct = FALSE))$conf.int
    tell("botox-relief", group, "responseRate", sum(responded) / nrow(botox))
    tell("botox-relief", group, "interval.lower", ends[1])
    tell("botox-relief", group, "interval.upper", ends[2])
  }
  helped <- botox[responded, ]
  if (nrow(helped) > 0) {
    # Kaplan and Meier (1958), log-log intervals; the median by Brookmeyer and Crowley (1982).
    fit <- survfit(Surv(helped$reliefDays, helped$reliefEnd == "ended") ~ 1, conf.type = "log-log")
    median <- quantile(fit, 0.5)
    tell("botox-relief", group, "medianDays", median$quantile)
    tell("botox-relief", group, "medianInterval.lower", median$lower)
    tell("botox-relief", group, "medianInterval.upper", median$upper)
    for (i in which(fit$n.event > 0)) {
      tell("botox-relief", group, paste0("curve.", fit$time[i], ".relieved"), fit$surv[i])
      tell("botox-relief", group, paste0("curve.", fit$time[i], ".atRisk"), fit$n.risk[i])
    }
  }
  following <- botox$nextDays[!is.na(botox$nextDays)]
  tell("reinjection-interval", group, "n", length(following))
  if (length(following) > 0) {
    quarters <- quantile(following, c(0.25, 0.5, 0.75), type = 7)
    tell("reinjection-interval", group, "p25", quarters[1])
    tell("reinjection-interval", group, "medianDays", quarters[2])
    tell("reinjection-interval", group, "p75", quarters[3])
  }
  first <- botox[!is.na(botox$wayEnd), ]
  tell("botox-to-mvd", group, "patients", nrow(first))
  tell("botox-to-mvd", group, "operated", sum(first$wayEnd == "operated"))
  tell_incidence("botox-to-mvd", group, first$wayDays, first$wayEnd, "operated", c(365, 730, 1825))
}

tell_courses <- function(group, courses) {
  tell("medication-response", group, "n", nrow(courses))
  for (response in c("none", "partial", "complete")) {
    count <- sum(courses$response == response)
    tell("medication-response", group, paste0("response.", response, ".count"), count)
    tell_rate("medication-response", group, paste0("response.", response, "."), count, nrow(courses))
  }
  tell("medication-response", group, "stopped.count", sum(is_true(courses$stopped)))
  tell_rate("medication-response", group, "stopped.", sum(is_true(courses$stopped)), nrow(courses))
}

# The interface tells others than the hospital itself means to a tenth of a point; here they are whole.
tell_scores <- function(statistic, group, treated) {
  for (instrument in c("hfs-7", "hfs-30")) {
    column <- sub("-", "", instrument)
    before <- treated[[paste0(column, "Before")]]
    after <- treated[[paste0(column, "After")]]
    pairs <- !is.na(before) & !is.na(after)
    field <- paste0("instruments.", instrument, ".")
    tell(statistic, group, paste0(field, "n"), sum(pairs))
    if (any(pairs)) {
      tell(statistic, group, paste0(field, "meanBefore"), mean(before[pairs]))
      tell(statistic, group, paste0(field, "meanAfter"), mean(after[pairs]))
      tell(statistic, group, paste0(field, "meanChange"), mean(after[pairs] - before[pairs]))
      if (instrument == "hfs-7") {
        # In hundredths of a point, as scores are held: 10.3 - 7.3 is no less than 3.
        better <- round(100 * before[pairs]) - round(100 * after[pairs]) >= 300
        tell(statistic, group, paste0(field, "importantlyBetter.count"), sum(better))
        tell_rate(statistic, group, paste0(field, "importantlyBetter."), sum(better), sum(pairs))
      }
    }
  }
}

tell_all <- function(group, of) {
  mvd <- of[of$treatment == "mvd", ]
  botox <- of[of$treatment == "botox", ]
  courses <- of[of$treatment == "medication", ]
  if (nrow(mvd) > 0) {
    tell_operations(group, mvd)
    tell_scores("quality-of-life", group, mvd)
  }
  if (nrow(botox) > 0) {
    tell_sessions(group, botox)
    tell_scores("quality-of-life?treatment=botox", group, botox)
  }
  if (nrow(courses) > 0) tell_courses(group, courses)
}

tell_all("network", rows)
for (hospital in sort(unique(rows$hospital[!is.na(rows$hospital)]))) {
  tell_all(hospital, rows[!is.na(rows$hospital) & rows$hospital == hospital, ])
}
