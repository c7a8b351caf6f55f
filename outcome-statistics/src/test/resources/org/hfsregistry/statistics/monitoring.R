# Risk-adjusted CUSUM, VLAD, and the control limit by simulation, draw for draw as the kernel simulates.
chart <- function(id) {
  n <- sample(c(1, 2, 5, 20, 60), 1)
  p <- round(rbeta(n, 2, 12), 3)
  odds <- sample(c(2, 1.5, .5, 3), 1)
  failed <- rbinom(n, 1, pmin(1, p * sample(c(.5, 1, 2), 1)))
  w <- failed * log(odds) - log(1 - p + odds * p)
  data.frame(chart = id, odds, risk = p, failed, cusum = Reduce(function(s, w) max(0, s + w), w, 0, accumulate = TRUE)[-1], vlad = cumsum(p - failed))
}
charts <- lapply(seq_len(wanted), chart)
save(bind(charts), "charts")

# The state of the Mersenne Twister after init_genrand(seed), for R's own one: 32-bit numbers in doubles.
twister <- function(seed) {
  s <- numeric(624)
  s[1] <- seed
  for (i in 2:624) {
    x <- s[i - 1]
    x <- x - x %% 4 + bitwXor(x %% 4, x %/% 2^30)
    s[i] <- (1812433253 * (x %% 65536) + ((1812433253 * (x %/% 65536)) %% 65536) * 65536 + (i - 1)) %% 2^32
  }
  assign(".Random.seed", c(10403L, 624L, as.integer(ifelse(s >= 2^31, s - 2^32, s))), envir = globalenv())
}
# Each run: as many operations, for each one a risk drawn from the chart's, then whether it failed by that risk. The
# limit: the smallest number of hundredths that at most the wanted part of the runs' maxima reach.
simulated <- function(c, operations, rate, runs, seed) {
  twister(seed)
  u <- matrix(runif(2 * operations * runs), 2)
  odds <- c$odds[1]
  p <- c$risk[floor(u[1, ] * nrow(c)) + 1]
  w <- matrix(ifelse(u[2, ] < p, log(odds), 0) - log(1 - p + odds * p), operations)
  s <- numeric(runs); top <- numeric(runs)
  for (i in seq_len(operations)) { s <- pmax(0, s + w[i, ]); top <- pmax(top, s) }
  h <- 0.01
  while (mean(top >= h) > rate) h <- h + 0.01
  h <- round(h, 2)
  share <- mean(top >= h)
  # What the binomial error of the number of alarms leaves open of the limit.
  alarms <- floor(rate * runs); reach <- ceiling(qnorm(.975) * sqrt(runs * rate * (1 - rate)))
  above <- function(k) (floor(sort(top, decreasing = TRUE)[k + 1] * 100) + 1) / 100
  data.frame(chart = c$chart[1], odds, operations, rate, runs, seed, limit = h, lower = above(alarms + reach), upper = above(alarms - reach), share, se = sqrt(share * (1 - share) / runs))
}
longer <- Filter(function(c) nrow(c) >= 5, charts)
save(bind(Map(simulated, longer[1:12], c(20, 50, 100), c(.05, .1, .01, .2), c(1000, 2000), seq(1, 1e9, length.out = 12) %/% 1)), "control-limits")
