import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// The selector, how much text of its own each of its languages has, and which are not offered.
struct SelectorReport {
  let entries: [(entry: SelectorEntry, percent: Double)]
  /// Why a language is not offered, or still is; and where the manifest should say so.
  let reasons: [String]

  /// - Parameter all: Whether languages that are not offered are among the entries.
  init(_ selector: LanguageSelector, coverage: Coverage, policy: CoveragePolicy, all: Bool) {
    let offers = coverage.locales.map {
      SelectorOffer(of: $0.locale, percent: $0.percent, policy: policy)
    }
    let byLocale = Dictionary(offers.map { ($0.locale, $0) }, uniquingKeysWith: { $1 })
    // Only the source is not among the locales that are measured.
    entries = selector.entries
      .filter { all || byLocale[$0.locale]?.isOffered ?? true }
      .map { ($0, byLocale[$0.locale]?.percent ?? 100) }
    reasons = offers.compactMap(Self.reason) + Self.news(offers, policy)
  }

  /// `cy is not offered: it has 62.0 % of its text, and 80 % are asked`
  private static func reason(_ offer: SelectorOffer) -> String? {
    let has = "it has \(CoverageTable.percent(offer.percent)) of its text"
    switch offer.reason {
    case .unconditional, .complete: return nil
    case .kept(let threshold, let limit):
      return
        "\(offer.locale) stays offered: \(has), less than \(threshold.asPercent), but a language "
        + "that was offered is dropped only below \(limit.asPercent)"
    case .incomplete(let threshold):
      return "\(offer.locale) is not offered: \(has), and \(threshold.asPercent) are asked"
    case .dropped(let limit):
      return "\(offer.locale) is not offered any more: \(has), less than \(limit.asPercent)"
    }
  }

  /// What the manifest has to say so that a language does not come and go.
  private static func news(_ offers: [SelectorOffer], _ policy: CoveragePolicy) -> [String] {
    let news = offers.filter { $0.isNews(to: policy) }
    let lists = [
      ("add to", news.filter(\.isOffered)), ("take out of", news.filter { !$0.isOffered }),
    ]
    return lists.compactMap { what, offers in
      guard !offers.isEmpty else { return nil }
      let names = offers.map(\.locale.tag).joined(separator: ", ")
      return "\(what) `coverage.offered` in the manifest: \(names)"
    }
  }
}

extension Double {
  /// A threshold as a person writes it: `80 %`, `97.5 %`.
  var asPercent: String { "\(self == rounded() ? "\(Int(self))" : "\(self)") %" }
}

/// The selector's entries for programs.
struct JSONSelectorReporter {
  func text(_ report: SelectorReport) -> String {
    JSONTree.array(report.entries.map(tree)).text(.compact) + "\n"
  }

  private func tree(_ entry: SelectorEntry, percent: Double) -> JSONTree {
    [
      "default": .boolean(entry.isDefault),
      "locale": .string(entry.locale.tag),
      "label": .string(entry.label),
      "endonym": .string(entry.endonym),
      "name": .string(entry.name),
      "script": .string(entry.script),
      "direction": .string(entry.direction.html),
      "hreflang": .string(entry.hreflang),
      "href": .string(entry.href),
      "coverage": .number(percent),
      "aliases": .array(entry.aliases.map { .string($0) }),
    ]
  }
}

/// The selector's entries for the terminal, and what is to be said about the site's labels.
struct SelectorTable {
  let style: TextStyle

  func text(_ report: SelectorReport) -> String {
    let table = TextTable(
      columns: [
        .left("locale"), .left("name"), .left("script"), .left("dir"), .right("coverage"),
        .left("hreflang"), .left("plurals"), .left("label"), .left("endonym"),
      ],
      rows: report.entries.map(row), style: style)
    let remarks = report.entries.compactMap { remark($0.entry) }
    let notes = remarks.isEmpty ? [] : [""] + remarks
    return (table.lines + notes).map { $0 + "\n" }.joined()
  }

  private func row(_ entry: SelectorEntry, percent: Double) -> [String] {
    [
      entry.isDefault ? "\(entry.locale) *" : entry.locale.tag, "\(PrintableText(entry.name))",
      entry.script, entry.direction.html, CoverageTable.percent(percent),
      "\(PrintableText(entry.hreflang))",
      entry.pluralCategories.map(\.rawValue).joined(separator: " "),
      "\(PrintableText(entry.label))", "\(PrintableText(entry.endonym))",
    ]
  }

  /// `Taiwan → zh-Hant: names a country (TW), not a language`
  private func remark(_ entry: SelectorEntry) -> String? {
    let review = entry.labelReview
    guard review.isFaulty else { return nil }
    let how = review.resolution.map { "; found as \($0.means)" }
    guard let how, review.verdict != .damaged else {
      return "\(PrintableText(entry.label)) → \(entry.locale): \(review)"
    }
    return "\(PrintableText(entry.label)) → \(entry.locale): \(review)\(how)"
  }
}
