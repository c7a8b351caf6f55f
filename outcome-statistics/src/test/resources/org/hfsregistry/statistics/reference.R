# Makes the reference values beside it, which the tests of the kernel are held against.
# Needs R with the package survival (made with R 4.2.2, survival 3.5.3). Run it in its own folder:
#   Rscript reference.R
# The tests read the tables only; R is needed for new ones. An empty cell is R's NA.
suppressMessages(library(survival))
set.seed(20260101)

save <- function(table, name) {
  for (column in names(table)) {
    value <- table[[column]]
    table[[column]] <- ifelse(is.na(value), "", ifelse(value == round(value) & abs(value) < 1e9, sprintf("%.0f", value), sprintf("%.17g", value)))
  }
  out <- gzfile(paste0(name, ".csv.gz"), "w")
  write.table(table, out, sep = ",", row.names = FALSE, quote = FALSE)
  close(out)
}

# ---- proportions ----------------------------------------------------------------------------------------------------
proportion <- function(x, n, level) {
  a <- (1 - level) / 2
  wilson <- suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
  exact <- binom.test(x, n, conf.level = level)$conf.int
  data.frame(x, n, level,
    wilson_lower = wilson[1], wilson_upper = wilson[2],
    jeffreys_lower = if (x == 0) 0 else qbeta(a, x + .5, n - x + .5),
    jeffreys_upper = if (x == n) 1 else qbeta(1 - a, x + .5, n - x + .5),
    exact_lower = exact[1], exact_upper = exact[2])
}
counts <- rbind(
  expand.grid(x = 0:10, n = 1:10),
  data.frame(x = c(0, 1, 24, 25, 156, 178, 64, 1, 4999, 5000, 4400, 99999), n = c(25, 25, 25, 25, 201, 201, 1105, 5000, 5000, 5000, 5000, 100000)))
counts <- counts[counts$x <= counts$n, ]
save(do.call(rbind, lapply(c(.9, .95, .998), function(level) do.call(rbind, Map(proportion, counts$x, counts$n, level)))), "proportions")

# ---- random cohorts, small and awkward ---------------------------------------------------------------------------
cohort <- function(id) {
  n <- sample(c(1, 2, 3, 4, 5, 8, 12, 20, 40, 80), 1)
  last <- sample(c(0, 2, 6, 30, 400, 3650), 1)
  first <- sample(0:1, 1)
  weights <- list(c(1, 0, 0), c(.9, .1, 0), c(.5, .5, 0), c(.1, .9, 0), c(0, 1, 0), c(.5, .3, .2), c(.2, .4, .4), c(.1, .1, .8), c(0, .5, .5), c(0, 0, 1))
  data.frame(cohort = id, day = sample(first:max(first, last), n, TRUE), cause = sample(0:2, n, TRUE, weights[[sample(length(weights), 1)]]))
}
cohorts <- lapply(1:400, cohort)
# The textbook ones: aml by maintenance, and mgus2 (progression, with death competing).
mgus <- with(mgus2, data.frame(cohort = 403, day = ifelse(pstat == 0, futime, ptime), cause = ifelse(pstat == 0, 2 * death, 1)))
cohorts <- c(cohorts,
  list(with(subset(aml, x == "Maintained"), data.frame(cohort = 401, day = time, cause = status))),
  list(with(subset(aml, x != "Maintained"), data.frame(cohort = 402, day = time, cause = status))), list(mgus))
levels <- sample(c(.9, .95, .95, .99), length(cohorts), TRUE)
save(do.call(rbind, cohorts), "cohorts")

# ---- Kaplan-Meier of cause 1, cause 2 censoring ------------------------------------------------------------------
fits <- Map(function(c, level) survfit(Surv(day, cause == 1) ~ 1, c, conf.type = "log-log", conf.int = level), cohorts, levels)
save(do.call(rbind, Map(function(c, k) data.frame(cohort = c$cohort[1], day = k$time, at_risk = k$n.risk, events = k$n.event,
  survival = k$surv, lower = k$lower, upper = k$upper), cohorts, fits)), "survival")
# At levels about 99% a limit can rise again by a little. R's print takes the first day on which it is below one half,
# quantile the day of the value nearest below it. The first day is meant; falling limits make both agree on it.
falling <- function(limit) { known <- !is.na(limit); limit[known] <- cummin(limit[known]); limit }
save(do.call(rbind, Map(function(c, level, k) {
  k$lower <- falling(k$lower)
  k$upper <- falling(k$upper)
  q <- quantile(k, .5)
  data.frame(cohort = c$cohort[1], level, median = unname(q$quantile), lower = unname(q$lower), upper = unname(q$upper),
    restricted_mean = unname(survival:::survmean(k, rmean = "individual")$matrix["rmean"]))
}, cohorts, levels, fits)), "medians")

# ---- Aalen-Johansen of cause 1, cause 2 competing ----------------------------------------------------------------
# survfit wants somebody in each of the states: cohorts without an event of either cause are left to the other tests.
incidence <- function(c, level) {
  if (!any(c$cause == 1) || !any(c$cause == 2)) return(NULL)
  f <- survfit(Surv(day, factor(cause, 0:2, c("censored", "event", "competing"))) ~ 1, c, conf.type = "log-log", conf.int = level)
  e <- match("event", f$states)
  data.frame(cohort = c$cohort[1], level, day = f$time, at_risk = f$n.risk[, 1], events = f$n.event[, e],
    incidence = f$pstate[, e], variance = f$std.err[, e]^2, lower = f$lower[, e], upper = f$upper[, e])
}
save(do.call(rbind, Map(incidence, cohorts, levels)), "incidence")

# ---- funnel ------------------------------------------------------------------------------------------------------
limit <- function(p, n, t) {
  r <- qbinom(p, n, t)
  if (pbinom(r, n, t) <= p) r <- r + 1
  a <- (pbinom(r, n, t) - p) / (pbinom(r, n, t) - pbinom(r - 1, n, t))
  min(1, max(0, (r - a) / n))
}
drawn <- expand.grid(target = c(.02, .05, .5, .7761, .9, .99), cases = c(1, 2, 3, 5, 10, 20, 50, 100, 200, 1000))
save(do.call(rbind, Map(function(t, n) data.frame(target = t, cases = n, inner_lower = limit(.025, n, t), inner_upper = limit(.975, n, t),
  outer_lower = limit(.001, n, t), outer_upper = limit(.999, n, t)), drawn$target, drawn$cases)), "funnel-limits")
tails <- do.call(rbind, Map(function(t, n) data.frame(target = t, x = 0:n, cases = n, p_lower = pbinom(0:n, n, t), p_upper = pbinom(-1:(n - 1), n, t, lower.tail = FALSE)),
  c(.9, .9, .9, .05, .7761), c(5, 20, 66, 40, 100)))
save(tails, "funnel-tails")

# ---- networks of hospitals: dispersion and shrinkage -------------------------------------------------------------
network <- function(id) {
  hospitals <- sample(c(5, 6, 8, 12, 30, 100), 1)
  size <- sample(c(5, 30, 200, 1000), 1)
  n <- pmax(0, rpois(hospitals, size * rexp(hospitals)))
  spread <- sample(c(8, 20, 80, 400), 1)
  mean <- sample(c(.1, .5, .8, .9, .97), 1)
  data.frame(network = id, x = rbinom(hospitals, n, rbeta(hospitals, mean * spread, (1 - mean) * spread)), n)
}
toy <- data.frame(network = 0, x = c(45, 88, 19, 130, 60, 27, 9, 70, 38, 150), n = c(50, 100, 25, 140, 75, 30, 12, 75, 50, 160))
# Networks of nothing but successes or failures have neither dispersion nor fit; they are left to the other tests.
networks <- Filter(function(w) sum(w$x) > 0 && sum(w$x) < sum(w$n), c(list(toy), lapply(1:60, network)))
dispersion <- function(w) {
  w <- w[w$n > 0, ]; t <- sum(w$x) / sum(w$n); s <- sqrt(t * (1 - t) / w$n); z <- (w$x / w$n - t) / s
  q <- quantile(z, c(.1, .9)); phi <- mean(pmin(pmax(z, q[1]), q[2])^2); i <- nrow(w); v <- 1 / s^2
  data.frame(target = t, phi, tau2 = max(0, (i * phi - (i - 1)) / (sum(v) - sum(v^2) / sum(v))))
}
# Maximum likelihood: optim, then Newton on the score until it does not move; no value where that finds no inner
# maximum, and where fewer than five hospitals have cases.
shrinkage <- function(w) {
  x <- w$x[w$n > 0]; n <- w$n[w$n > 0]
  none <- data.frame(alpha = NA, beta = NA, log_likelihood = NA)
  if (length(n) < 5) return(none)
  ll <- function(th) { a <- exp(th[1]); b <- exp(th[2]); sum(lchoose(n, x) + lbeta(x + a, n - x + b) - lbeta(a, b)) }
  p <- sum(x) / sum(n)
  th <- optim(log(c(30 * p, 30 * (1 - p))), function(th) -ll(th), method = "Nelder-Mead", control = list(reltol = 1e-14, maxit = 5000))$par
  for (i in 1:50) {
    a <- exp(th[1]); b <- exp(th[2]); m <- digamma(a + b) - digamma(n + a + b); mm <- trigamma(a + b) - trigamma(n + a + b)
    ga <- sum(digamma(x + a) - digamma(a) + m); gb <- sum(digamma(n - x + b) - digamma(b) + m)
    haa <- sum(trigamma(x + a) - trigamma(a) + mm); hbb <- sum(trigamma(n - x + b) - trigamma(b) + mm); hab <- sum(mm)
    h <- matrix(c(a * a * haa + a * ga, a * b * hab, a * b * hab, b * b * hbb + b * gb), 2)
    step <- tryCatch(solve(h, c(a * ga, b * gb)), error = function(e) NULL)
    if (is.null(step) || !isTRUE(h[1, 1] < 0) || any(!is.finite(step)) || sum(exp(th - step)) > 1e6) return(none)
    th <- th - step
    if (max(abs(step)) < 1e-12) break
  }
  data.frame(alpha = exp(th[1]), beta = exp(th[2]), log_likelihood = ll(th))
}
fitted <- lapply(networks, function(w) cbind(network = w$network[1], dispersion(w), shrinkage(w)))
save(do.call(rbind, fitted), "networks")
save(do.call(rbind, Map(function(w, f) {
  s <- sqrt(f$target * (1 - f$target) / w$n + f$tau2)
  cbind(w, inner_lower = f$target - qnorm(.975) * s, outer_upper = f$target + qnorm(.999) * s,
    normal_lower = pnorm((w$x / w$n - f$target) / s),
    rate = (w$x + f$alpha) / (w$n + f$alpha + f$beta),
    lower = qbeta(.025, w$x + f$alpha, w$n - w$x + f$beta), upper = qbeta(.975, w$x + f$alpha, w$n - w$x + f$beta))
}, networks, fitted)), "hospitals")
