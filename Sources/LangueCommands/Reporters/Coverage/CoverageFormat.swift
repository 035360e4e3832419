import ArgumentParser
import StringCatalogs

/// The looks of the numbers as the command line names them.
enum CoverageFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, markdown, csv, html, badge

  /// - Parameter width: How many cells a line of the terminal has; nil where there is none.
  func text(
    _ coverage: Coverage, by grouping: CoverageGrouping, style: TextStyle, width: Int? = nil
  ) -> String {
    switch (self, grouping) {
    case (.table, .locale): CoverageTable(coverage: coverage, style: style, width: width).text
    case (.table, _): PartTable(parts: coverage.parts(grouping), style: style).text(grouping)
    case (.json, _): coverage.json.text(.compact) + "\n"
    case (.markdown, _): CoverageMarkdown(coverage: coverage).text(by: grouping)
    case (.csv, _): CoverageCSV(coverage: coverage).text(by: grouping)
    case (.html, _): CoverageHeatMap(coverage: coverage).text(by: grouping)
    case (.badge, _): CoverageBadge(coverage: coverage).text
    }
  }
}

/// What the numbers are counted by.
enum CoverageGrouping: String, CaseIterable, ExpressibleByArgument {
  case locale, section, catalog, page

  /// The parts in a sentence.
  var plural: String {
    switch self {
    case .locale: "locales"
    case .section: "sections"
    case .catalog: "catalogs"
    case .page: "pages"
    }
  }

  /// What is counted in each part.
  var unit: String { self == .page ? "words" : "keys" }
}

extension Coverage {
  /// The parts of the site that the numbers are counted by; by locale, the sections.
  func parts(_ grouping: CoverageGrouping) -> [PartCoverage] {
    switch grouping {
    case .locale, .section: sections
    case .catalog: catalogs
    case .page: pages
    }
  }
}
