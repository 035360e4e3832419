/// The rows of one comparison: what was measured, and how many times as long the others take as the
/// first.
struct Table {
  private var lines: [String] = []

  init(_ title: String) {
    lines.append("")
    lines.append(title)
    lines.append(
      Self.line(
        Self.left("", 56),
        ["minimum", "median", "allocations", "ratio", "of medians"].map { Self.right($0, 12) }))
  }

  /// Adds rows; the first of them is what the others are compared with.
  mutating func add(_ name: String, _ measurements: [Measurement]) {
    guard let first = measurements.first else { return }
    for (index, row) in measurements.enumerated() {
      let ratios =
        index == 0
        ? ["", ""]
        : [row.minimum / first.minimum, row.median / first.median].map { Self.decimal($0, 2) }
      let numbers = [
        Self.decimal(row.minimum, 1), Self.decimal(row.median, 1),
        Self.decimal(row.allocations, 1),
      ]
      lines.append(
        Self.line(
          Self.left("\(name), \(row.name)", 56), (numbers + ratios).map { Self.right($0, 12) }))
    }
  }

  func print() {
    for line in lines { Swift.print(line) }
  }

  private static func line(_ name: String, _ columns: [String]) -> String {
    name + columns.joined()
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  static func decimal(_ value: Double, _ digits: Int) -> String {
    var power = 1
    for _ in 0..<digits { power *= 10 }
    let scaled = Int((value * Double(power)).rounded())
    guard digits > 0 else { return String(scaled) }
    let fraction = String(scaled % power)
    return "\(scaled / power)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
