import Diagnostics
import LocaleServices
import StringCatalogs

extension Check {
  static let unorderedLabels = Check(
    "unordered-labels", .note,
    summary: "A label of the selector stands out of the order of the others.",
    explanation: """
      People look for their language by its first letter. A label that stands elsewhere is most often \
      one that was renamed and left in its old place. The toolkit sorts the selector anew for each \
      reader's language; the manifest's order is only the site's own.

      Put the entry where its label belongs. The fewest entries that have to move are named; a list \
      that is not in the order of the alphabet at all (by region, by number of speakers) is left alone.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "fr",
        labels: [
          ("ro", "Romanian"), ("ru", "Russian"), ("sr", "Serbian"), ("zh-Hant", "1️⃣Taiwan"),
          ("sk", "Slovak"), ("sl", "Slovenian"), ("es", "Spanish"), ("sv", "Swedish"),
        ]),
      CheckExample(
        isFlagged: false, sourceLocale: "fr",
        labels: [("cs", "čeština"), ("de", "Deutsch"), ("fi", "suomi")],
        remark: "case and accents do not change the order"),
    ],
    tally: CheckTally(
      judged: 2, wrong: 0, planted: .init(faults: 30, found: 30, fine: 0, reported: 0),
      "One label each time, moved by three places or more: that one was named, and no other."),
    kind: .site(findFaults))
}

private func findFaults(_ context: SiteContext) -> [PlacedFault] {
  let entries = context.site.entries.filter { !$0.isDefault && !isDamaged($0, context.names) }
  guard entries.count > 2 else { return [] }
  var best: Set<Int>?
  for collator in context.names.collators {
    let moved = outOfOrder(entries.map(\.label), collator)
    if best.map({ moved.count < $0.count }) ?? true { best = moved }
  }
  guard let moved = best, moved.count * 4 <= entries.count else { return [] }
  return moved.sorted().map { index in
    let entry = entries[index]
    let stays = entries.indices.filter { !moved.contains($0) }
    let before = stays.last { place in
      context.names.collators.first?.compare(entries[place].label, entry.label) == .ascending
    }
    return PlacedFault(
      "the label `\(entry.label)` is out of order",
      at: .manifest(entry.labelSpan, entry.locale),
      help: before.map { "its place is after `\(entries[$0].label)`" } ?? "its place is the first")
  }
}

/// The fewest labels that would have to move for all to be in order: all but a longest run of labels
/// that rises.
private func outOfOrder(_ labels: [String], _ collator: Collator) -> Set<Int> {
  var lengths = Array(repeating: 1, count: labels.count)
  var previous: [Int?] = Array(repeating: nil, count: labels.count)
  for index in labels.indices {
    for earlier in 0..<index
    where collator.compare(labels[earlier], labels[index]) != .descending
      && lengths[earlier] + 1 > lengths[index]
    {
      lengths[index] = lengths[earlier] + 1
      previous[index] = earlier
    }
  }
  var kept: Set<Int> = []
  var place = lengths.indices.max { lengths[$0] < lengths[$1] }
  while let index = place {
    kept.insert(index)
    place = previous[index]
  }
  return Set(labels.indices).subtracting(kept)
}
