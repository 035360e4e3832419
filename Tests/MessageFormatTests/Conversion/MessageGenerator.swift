/// Makes up messages of MessageFormat 2 that ICU MessageFormat 1 can say: plurals, ordinals, exact
/// values, offsets and selects in up to three columns, and functions with options.
struct MessageGenerator {
  private var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  private enum Column: CaseIterable { case number, ordinal, exact, offset, pair, text }

  mutating func message() -> String {
    var declarations = ".input {$n :number} .input {$m :number} .input {$s :string} "
    declarations += ".local $o = {$n :number select=ordinal} .local $e = {$m :number select=exact} "
    declarations += ".local $n1 = {$n :offset subtract=1} .local $m2 = {$m :offset add=2} "
    guard !random.once(in: 4) else {
      return declarations + "{{" + pattern() + "}}"
    }
    var selectors = ""
    var columns: [[String]] = []
    for _ in 0..<random.number(1...3) {
      switch random.one(of: Column.allCases) {
      case .number: add("$n", numberKeys(), &selectors, &columns)
      case .ordinal: add("$o", numberKeys(), &selectors, &columns)
      case .exact: add("$e", ["0", "1", "5"], &selectors, &columns)
      case .offset: add("$n1", numberKeys(), &selectors, &columns)
      case .pair:
        add("$m", ["0", "1", "-1"], &selectors, &columns)
        add("$m2", ["one", "two", "few", "many"], &selectors, &columns)
      case .text: add("$s", ["a", "b", "X"], &selectors, &columns)
      }
    }
    var rows: [[String]] = []
    for _ in 0..<random.number(1...6) {
      let row = columns.map { keys in random.once(in: 3) ? "*" : random.one(of: keys) }
      if !rows.contains(row), row.contains(where: { $0 != "*" }) { rows.append(row) }
    }
    rows.append(columns.map { _ in "*" })
    let variants = rows.map { row in
      row.joined(separator: " ") + " {{" + pattern() + "}}"
    }
    return declarations + ".match" + selectors + " " + variants.joined(separator: " ")
  }

  private func add(
    _ selector: String, _ keys: [String], _ selectors: inout String, _ columns: inout [[String]]
  ) {
    selectors += " " + selector
    columns.append(keys)
  }

  private mutating func numberKeys() -> [String] {
    random.once(in: 2)
      ? ["one", "two", "few", "many", "other"] : ["0", "1", "2", "one", "few", "many"]
  }

  private mutating func pattern() -> String {
    var text = ""
    for _ in 0..<random.number(1...3) {
      text += random.one(of: [
        "a", "l'", "#", " '\\{' ", "{$n}", "{$m}", "{$s}", "{$t}", "{|lit|}", "{#b}{$n}{/b}",
        "{#br/}",
        "{$n :integer}", "{$m :percent}", "{$n :currency currency=EUR}",
        "{$n :number minimumFractionDigits=2}", "{$m :number useGrouping=never}",
        "{$n :unit unit=meter unitDisplay=long}", "{$n :number signDisplay=always}",
        "{$d :date fields=month-day length=long}", "{$d :time precision=hour}", "漢",
      ])
    }
    return text
  }
}
