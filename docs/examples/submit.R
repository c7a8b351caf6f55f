# Checks a file of outcomes, and submits it where that is asked for.
#
#   Rscript submit.R FILE             checks every row and keeps nothing
#   Rscript submit.R FILE --submit    submits the rows without a fault, and looks their receipts up
#
# FILE is .csv, .ndjson, or .json (an array), each also .gz. The token is taken from HFS_TOKEN, the addresses from HFS_INTAKE
# and HFS_REGISTRY. It ends with 0 if there was no fault, else with 1. Needs httr2 (0.2.2 or newer) and jsonlite.

library(httr2)
library(jsonlite)

intake <- Sys.getenv("HFS_INTAKE", "http://127.0.0.1:8081")
registry <- Sys.getenv("HFS_REGISTRY", "http://127.0.0.1:8082")

arguments <- commandArgs(trailingOnly = TRUE)
submit <- "--submit" %in% arguments
file <- setdiff(arguments, "--submit")
stopifnot("name one file" = length(file) == 1)
if (file.access(file, 4) != 0) {
  message("there is no file ", file, ", or it can't be read")
  quit(status = 1)
}

later <- c(408, 429, 503) # nothing is wrong with the request: it is sent again when Retry-After says

ask <- function(address) {
  request(address) |>
    req_headers(Authorization = paste("Bearer", Sys.getenv("HFS_TOKEN"))) |>
    req_error(is_error = \(answer) FALSE)
}

get <- function(address) {
  ask(address) |>
    req_retry(max_tries = 6, is_transient = \(answer) resp_status(answer) %in% later) |>
    req_perform()
}

or <- function(value, otherwise) if (is.null(value)) otherwise else value

stop_with_problem <- function(answer) {
  said <- resp_body_json(answer, check_type = FALSE)
  message(resp_status(answer), " ", said$code, ": ", said$detail)
  for (fault in said$errors) message("  ", fault$field, ": ", fault$message, "; ", fault$fix)
  quit(status = 1)
}

# Sends the file as it is read; a file that is sent twice counts once. (req_retry would go on where the file was read to.)
send <- function(tries = 6) {
  name <- sub("\\.gz$", "", file)
  type <- c(csv = "text/csv", ndjson = "application/x-ndjson", json = "application/json")[[tolower(tools::file_ext(name))]]
  answer <- ask(paste0(intake, "/v1/outcomes/batch")) |>
    req_url_query(rows = "all", dryRun = if (submit) "false" else "true") |>
    req_headers(`Content-Encoding` = if (name == file) "identity" else "gzip") |>
    req_body_file(file, type = type) |>
    req_perform() |>
    tryCatch(error = \(broken) NULL)
  seconds <- 1
  if (!is.null(answer) && resp_status(answer) == 200) {
    lines <- strsplit(resp_body_string(answer), "\n")[[1]]
    if (grepl('^\\{"summary":', lines[length(lines)])) return(lapply(lines, parse_json))
  } else if (!is.null(answer) && resp_status(answer) %in% later) {
    seconds <- resp_retry_after(answer)
  } else if (!is.null(answer)) {
    stop_with_problem(answer)
  }
  if (tries == 1) stop("given up: not now, or the report is broken off")
  message("not now, or the report is broken off; again in ", seconds, " s")
  Sys.sleep(if (is.na(seconds)) 5 else seconds)
  send(tries - 1)
}

# Those of the outcomes that have arrived since then, asked for by fifty at once.
receipts_of <- function(outcome_ids, since, until = Sys.time() + 60) {
  receipts <- list()
  while (length(outcome_ids) > 0 && Sys.time() < until) {
    asked <- head(outcome_ids, 50)
    answer <- get(paste0(registry, "/v1/outcomes?", paste0("outcomeId=", asked, collapse = "&")))
    if (resp_status(answer) != 200) stop_with_problem(answer)
    found <- Filter(\(one) substr(one$submittedAt, 1, 19) >= since, resp_body_json(answer)$receipts)
    there <- vapply(found, \(one) one$outcomeId, "")
    receipts <- c(receipts, found)
    outcome_ids <- c(tail(outcome_ids, -50), setdiff(asked, there))
    if (length(found) == 0) Sys.sleep(0.5)
  }
  c(receipts, lapply(outcome_ids, \(id) list(outcomeId = id, status = "not there yet")))
}

since <- format(resp_date(get(paste0(intake, "/actuator/health"))), "%Y-%m-%dT%H:%M:%S", tz = "UTC")
report <- send()
account <- report[[length(report)]]$summary
rows <- report[-length(report)]

faults <- do.call(rbind, lapply(rows, \(row) do.call(rbind, lapply(row$errors, \(fault) data.frame(
  row = row$row, outcomeId = or(row$outcomeId, "?"), field = fault$field, value = or(fault$value, "?"),
  code = fault$code, message = fault$message, fix = fault$fix
)))))
if (!is.null(faults)) {
  faults$field[faults$field == ""] <- "the row"
  cat(with(faults, sprintf("row %d (%s), %s = %s: %s; %s [%s]\n", row, outcomeId, field, value, message, fix, code)), sep = "")
}
for (warning in account$warnings) cat("about the file: ", warning$message, "; ", warning$fix, " [", warning$code, "]\n", sep = "")
cat(account$received, " rows: ", account$accepted, " accepted, ", account$rejected, " rejected",
  if (account$dryRun) " (dry run, nothing was kept)", "\n", sep = "")
good <- account$rejected == 0

if (submit) {
  ids <- unique(unlist(lapply(rows, \(row) if (row$status == "accepted") row$outcomeId)))
  receipts <- receipts_of(ids, since)
  status <- vapply(receipts, \(one) one$status, "")
  for (one in receipts[status == "quarantined"]) cat(one$outcomeId, "is quarantined:", one$reason, "\n")
  count <- table(status)
  if (length(status) > 0) cat("receipts: ", paste(count, names(count), collapse = ", "), "\n", sep = "")
  good <- good && !any(status %in% c("quarantined", "not there yet"))
}
quit(status = if (good) 0 else 1)
