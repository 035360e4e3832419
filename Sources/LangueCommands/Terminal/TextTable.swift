import LocaleServices

/// A table for the terminal, its columns as wide as their widest cell, in terminal cells.
///
///     TextTable(columns: [.left("locale"), .right("keys")], rows: [["pl", "116"]]).text
struct TextTable {
  struct Column {
    var title: String
    var isRight: Bool

    static func left(_ title: String) -> Self { Self(title: title, isRight: false) }
    static func right(_ title: String) -> Self { Self(title: title, isRight: true) }
  }

  var columns: [Column]
  /// As many texts in each row as there are columns, without line breaks.
  var rows: [[String]]
  /// How a cell is colored, by its row and column; nil leaves it as it is.
  var role: (_ row: Int, _ column: Int) -> TextStyle.Role? = { _, _ in nil }
  var style = TextStyle(isColored: false)

  /// The lines of the table, with its heading, without spaces at their ends.
  var lines: [String] {
    let widths = columns.indices.map { index in
      rows.reduce(columns[index].title.terminalWidth) { max($0, $1[index].terminalWidth) }
    }
    let heading = line(columns.map(\.title), widths) { _ in .faint }
    return [heading]
      + rows.enumerated().map { row, cells in
        line(cells, widths) { role(row, $0) }
      }
  }

  private func line(
    _ cells: [String], _ widths: [Int], role: (Int) -> TextStyle.Role?
  ) -> String {
    var line = ""
    var spaces = 0
    for (index, cell) in cells.enumerated() {
      let free = max(0, widths[index] - cell.terminalWidth)
      if columns[index].isRight { spaces += free }
      if !cell.isEmpty {
        line += String(repeating: " ", count: spaces)
        line += role(index).map { style($0, cell) } ?? cell
        spaces = 0
      }
      if !columns[index].isRight { spaces += free }
      spaces += 2
    }
    return line
  }
}

extension String {
  /// The text with spaces behind it, up to a number of terminal cells.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - terminalWidth))
  }
}
