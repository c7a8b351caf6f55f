# The networks: their dispersion and flags (funnel.R), their beta-binomial fit, and what it makes of each hospital.
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
    if (is.null(step) || !isTRUE(h[1, 1] < 0) || any(!is.finite(step)) || sum(exp(th - step)) > 1e6 || sum(exp(th - step)) < 1e-3) return(none)
    th <- th - step
    if (max(abs(step)) < 1e-12) break
  }
  data.frame(alpha = exp(th[1]), beta = exp(th[2]), log_likelihood = ll(th))
}
# Networks of nothing but successes or failures, or of one hospital, have neither dispersion nor fit; they are left to
# the other tests.
telling <- function(w) sum(w$x) > 0 && sum(w$x) < sum(w$n) && sum(w$n > 0) > 1
told <- function(id) { repeat { w <- network(id); if (telling(w)) return(w) } }
fit <- function(w) cbind(network = w$network[1], dispersion(w), shrinkage(w))
random <- until_enough(told, fit, function(f) !is.na(f$alpha))
networks <- c(list(toy), random$cohorts)
fitted <- c(list(fit(toy)), random$values)
save(bind(fitted), "networks")
save(bind(Map(function(w, f) cbind(w, flags(w, f),
  rate = (w$x + f$alpha) / (w$n + f$alpha + f$beta),
  lower = qbeta(.025, w$x + f$alpha, w$n - w$x + f$beta), upper = qbeta(.975, w$x + f$alpha, w$n - w$x + f$beta)),
  networks, fitted)), "hospitals")
