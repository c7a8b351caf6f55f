# Limits, tails and flags of funnels; the dispersion of networks, which shrinkage.R makes tables of.
limit <- function(p, n, t) {
  r <- qbinom(p, n, t)
  if (pbinom(r, n, t) <= p) r <- r + 1
  a <- (pbinom(r, n, t) - p) / (pbinom(r, n, t) - pbinom(r - 1, n, t))
  min(1, max(0, (r - a) / n))
}
drawn <- rbind(expand.grid(target = c(.02, .05, .5, .7761, .9, .99), cases = c(1, 2, 3, 5, 10, 20, 50, 100, 200, 1000)),
  data.frame(target = round(runif(wanted, .01, .995), 4), cases = ceiling(exp(runif(wanted, 0, log(2000))))))
save(bind(Map(function(t, n) data.frame(target = t, cases = n, inner_lower = limit(.025, n, t), inner_upper = limit(.975, n, t),
  outer_lower = limit(.001, n, t), outer_upper = limit(.999, n, t)), drawn$target, drawn$cases)), "funnel-limits")
tails <- bind(Map(function(t, n) data.frame(target = t, x = 0:n, cases = n, p_lower = pbinom(0:n, n, t), p_upper = pbinom(-1:(n - 1), n, t, lower.tail = FALSE)),
  c(.9, .9, .9, .05, .7761), c(5, 20, 66, 40, 100)))
save(tails, "funnel-tails")

# ---- networks of hospitals ---------------------------------------------------------------------------------------
network <- function(id) {
  hospitals <- sample(c(2, 4, 5, 6, 8, 12, 25), 1, prob = c(1, 1, 2, 2, 2, 2, 1))
  size <- sample(c(5, 30, 200, 1000), 1)
  n <- pmax(0, rpois(hospitals, size * rexp(hospitals)))
  spread <- sample(c(8, 20, 80, 400), 1)
  mean <- sample(c(.1, .5, .8, .9, .97), 1)
  data.frame(network = id, x = rbinom(hospitals, n, rbeta(hospitals, mean * spread, (1 - mean) * spread)), n)
}
toy <- data.frame(network = 0, x = c(45, 88, 19, 130, 60, 27, 9, 70, 38, 150), n = c(50, 100, 25, 140, 75, 30, 12, 75, 50, 160))
dispersion <- function(w) {
  w <- w[w$n > 0, ]; t <- sum(w$x) / sum(w$n); s <- sqrt(t * (1 - t) / w$n); z <- (w$x / w$n - t) / s
  q <- quantile(z, c(.1, .9)); phi <- mean(pmin(pmax(z, q[1]), q[2])^2); i <- nrow(w); v <- 1 / s^2
  data.frame(target = t, phi, tau2 = max(0, (i * phi - (i - 1)) / (sum(v) - sum(v^2) / sum(v))))
}
# The flag: 0 inside, 1 and 2 above the 95% and the 99.8% limits, -1 and -2 below them.
flags <- function(w, d) {
  s <- sqrt(d$target * (1 - d$target) / w$n + d$tau2)
  z <- (w$x / w$n - d$target) / s
  p_lower <- pbinom(w$x, w$n, d$target)
  p_upper <- pbinom(w$x - 1, w$n, d$target, lower.tail = FALSE)
  if (d$tau2 > 0) { p_lower <- pmax(p_lower, pnorm(z)); p_upper <- pmax(p_upper, pnorm(z, lower.tail = FALSE)) }
  flag <- ifelse(p_lower < .001, -2, ifelse(p_upper < .001, 2, ifelse(p_lower < .025, -1, ifelse(p_upper < .025, 1, 0))))
  data.frame(flag, inner_lower = d$target - qnorm(.975) * s, outer_upper = d$target + qnorm(.999) * s, normal_lower = pnorm(z))
}
