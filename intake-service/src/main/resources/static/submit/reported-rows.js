const MOST = 20_000;

/** Rows of which something is told, with their texts; the first ones where there are very many, and how many there are. */
export class ReportedRows {
  count = 0;
  kept = [];

  add(number, outcomeId, faults, text) {
    this.count++;
    if (this.kept.length < MOST) {
      this.kept.push({ number, outcomeId, faults, text: text() });
    }
  }
}
