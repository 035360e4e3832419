public import LocaleIdentifiers
import LocaleServices

/// What is right or wrong with the label of one entry.
public struct LabelReview: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    /// The label of the default entry, which names no language.
    case defaultEntry
    /// It is the name or the code of the language.
    case exactName
    /// It names a country (by its code), whose likely language the entry's is.
    case namesCountry(String)
    /// It is no name of anything: only the manifest's alias tells what it stands for.
    case damaged
    /// It is no name of anything, and the manifest has no alias for it.
    case unknown
    /// It means another locale than the manifest says.
    case meansAnother(LocaleIdentifier)
  }

  public let label: String
  public let verdict: Verdict
  /// How the label was resolved; nil for an unknown one.
  public let resolution: LabelResolution?
  /// Whether the entry stands elsewhere than the order of the other labels would have it.
  public let isOutOfOrder: Bool

  /// Whether the label would better be written otherwise.
  public var isFaulty: Bool {
    switch verdict {
    case .defaultEntry, .exactName: isOutOfOrder
    case .namesCountry, .damaged, .unknown, .meansAnother: true
    }
  }
}

extension LabelReview: CustomStringConvertible {
  /// What there is to say about the label, in a few words; empty if nothing.
  public var description: String {
    var notes: [String] = []
    switch verdict {
    case .defaultEntry, .exactName: break
    case .namesCountry(let region): notes.append("names a country (\(region)), not a language")
    case .damaged: notes.append("damaged: known by the manifest's alias only")
    case .unknown: notes.append("names nothing that is known")
    case .meansAnother(let locale): notes.append("means \(locale)")
    }
    if isOutOfOrder { notes.append("out of order") }
    return notes.joined(separator: "; ")
  }
}

/// Reviews the labels of a site's selector.
struct LabelReviewer {
  private let site: Site
  private let resolver: LabelResolver

  init(site: Site, resolver: LabelResolver) {
    self.site = site
    self.resolver = resolver
  }

  /// One review for each entry, in the site's order.
  func reviews() throws(ICUError) -> [LabelReview] {
    let resolved = site.entries.map { entry in verdict(on: entry) }
    let outOfOrder = try entriesOutOfOrder(resolved.map(\.verdict))
    return site.entries.indices.map { index in
      LabelReview(
        label: site.entries[index].label, verdict: resolved[index].verdict,
        resolution: resolved[index].resolution, isOutOfOrder: outOfOrder.contains(index))
    }
  }

  private func verdict(
    on entry: SiteEntry
  ) -> (verdict: LabelReview.Verdict, resolution: LabelResolution?) {
    if entry.isDefault {
      return (.defaultEntry, LabelResolution(entry.locale, by: .label))
    }
    if let meaning = resolver.meaning(ofLabel: entry.label) {
      guard ([meaning.locale] + meaning.alternatives).contains(entry.locale) else {
        return (.meansAnother(meaning.locale), meaning)
      }
      if case .region(let region, _) = meaning.means { return (.namesCountry(region), meaning) }
      return (.exactName, meaning)
    }
    guard let alias = resolver.aliased(entry.label) else { return (.unknown, nil) }
    return alias.locale == entry.locale
      ? (.damaged, alias) : (.meansAnother(alias.locale), alias)
  }

  /// The entries that would have to move for the labels to be in order, as few as possible.
  ///
  /// A damaged label stands for the name that it lost, so that it is not found fault with twice.
  private func entriesOutOfOrder(_ verdicts: [LabelReview.Verdict]) throws(ICUError) -> Set<Int> {
    let english: LocaleIdentifier = "en"
    let collator = try Collator(locale: english)
    let names = try DisplayNames(locale: english)
    var keys: [(index: Int, key: SortKey)] = []
    for (index, entry) in site.entries.enumerated() where !entry.isDefault {
      let text = verdicts[index] == .damaged ? names.name(of: entry.locale) : nil
      keys.append((index, try collator.sortKey(text ?? entry.label)))
    }
    // The longest part that is in order, by dynamic programming.
    var lengths: [Int] = []
    var previous: [Int?] = []
    for (position, item) in keys.enumerated() {
      let best = (0..<position).filter { keys[$0].key <= item.key }
        .max { (lengths[$0], $1) < (lengths[$1], $0) }
      lengths.append((best.map { lengths[$0] } ?? 0) + 1)
      previous.append(best)
    }
    var inOrder: Set<Int> = []
    var next = lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) }
    while let position = next {
      inOrder.insert(keys[position].index)
      next = previous[position]
    }
    return Set(keys.map(\.index)).subtracting(inOrder)
  }
}
