# Every pair of counts up to 10, some larger ones, and random ones: Wilson, Jeffreys, Clopper-Pearson.
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
grid <- merge(counts, data.frame(level = c(.9, .95, .998)))
n <- ceiling(exp(runif(wanted, 0, log(5000))))
random <- data.frame(x = rbinom(wanted, n, sample(c(0, .02, .5, .8, .9, .99, 1), wanted, TRUE)), n, level = levels_of(wanted))
save(bind(with(rbind(grid, random), Map(proportion, x, n, level))), "proportions")
