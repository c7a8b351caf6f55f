# Makes the tables of reference values that the tests of the kernel are held against.
# Needs R with the package survival (the stored tables: R 4.2.2, survival 3.5.3). In its own folder:
#   Rscript reference.R [cohorts a method, 500] [seed, 20260101] [folder for the tables, .]
# The stored tables are those of `Rscript reference.R`. An empty cell is R's NA: there is no value, and the kernel must
# have none either. Each file below seeds its own cohorts, so that a change of one leaves the others' tables alone.
suppressMessages(library(survival))
arguments <- commandArgs(TRUE)
wanted <- if (length(arguments) > 0) as.integer(arguments[1]) else 500L
seed <- if (length(arguments) > 1) as.integer(arguments[2]) else 20260101L
folder <- if (length(arguments) > 2) arguments[3] else "."

cells <- function(value) ifelse(is.na(value), "",
  ifelse(value == round(value) & abs(value) < 1e9, sprintf("%.0f", value), sprintf("%.14g", value)))
save <- function(table, name) {
  out <- gzfile(file.path(folder, paste0(name, ".csv.gz")), "w")
  write.table(as.data.frame(lapply(table, cells)), out, sep = ",", row.names = FALSE, quote = FALSE)
  close(out)
}
# rbind of thousands of small tables, column by column; a NULL among them is left out.
bind <- function(tables) {
  tables <- Filter(Negate(is.null), tables)
  columns <- names(tables[[1]])
  as.data.frame(setNames(lapply(columns, function(column) unlist(lapply(tables, `[[`, column), use.names = FALSE)), columns))
}
# Cohorts, awkward ones among them, until the wanted number has a value of R's: list(cohorts, values).
until_enough <- function(make, value, has_value) {
  cohorts <- list(); values <- list(); told <- 0
  while (told < wanted) {
    made <- make(length(cohorts) + 1)
    found <- value(made)
    cohorts[[length(cohorts) + 1]] <- made
    values[length(values) + 1] <- list(found)
    told <- told + has_value(found)
  }
  list(cohorts = cohorts, values = values)
}
level_of <- function() sample(c(.9, .95, .95, .99), 1)
levels_of <- function(cohorts) sample(c(.9, .95, .95, .99), cohorts, TRUE)

rooms <- c("proportion", "survival", "comparison", "sample", "funnel", "shrinkage", "casemix", "monitoring", "trend", "days")
for (room in rooms) {
  set.seed(seed + match(room, rooms))
  source(paste0(room, ".R"))
}
