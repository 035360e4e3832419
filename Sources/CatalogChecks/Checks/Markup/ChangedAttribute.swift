import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let changedAttribute = Check(
    "changed-attribute", .warning,
    summary: "A translation's markup has other options than its source's.",
    explanation: """
      The options of markup (`class`, `rel`, `target`) are for the page. One that is lost or changed \
      changes how the element works; one whose name was translated is not understood. Options that are \
      read by people (`title`, `alt`, `label`, `lang`) may be translated, and addresses have the rule \
      `changed-link`. The attributes of HTML in the text (`<b class="x">`) are compared in the same way.

      Take over the options of the source.
      """,
    examples: [
      .flagged(
        "en", "See {#link href=|/a| rel=nofollow}it{/link}", "de",
        "Siehe {1️⃣#link href=|/a|}hier{/link}"),
      .flagged(
        "en", "{#strong class=warn}Stop{/strong}", "de", "{#strong 1️⃣class=warnung}Halt{/strong}"),
      .flagged(
        "en", "<b class=\"warn\">Stop</b>", "de", "<b class=\"1️⃣warnung\">Halt</b>"),
      .flagged(
        "en", "<a href=\"/a\">it</a>", "de", "<a href=\"/a class=\"1️⃣x\">hier</a>",
        remark: "a quotation mark is missing"),
      .accepted("en", "<b class=\"warn\">Stop</b>", "de", "<b class='warn'>Halt</b>"),
      .accepted(
        "en", "{#abbr title=|Socialist Party|}SP{/abbr}", "fr",
        "{#abbr title=|Parti socialiste|}PS{/abbr}", remark: "`title` is read by people"),
    ],
    tally: CheckTally(
      judged: 21, wrong: 0, planted: .init(faults: 46, found: 46, fine: 46, reported: 0),
      """
      Quotation marks that were lost or doubled, and an element that a translation service put \
      into an address. The planted ones were an option that was added; beside titles that were \
      translated.
      """),
    kind: .translation(findFaults))
}

/// Options whose values are text for people, or name the text's language.
private let translatable: Set<String> = [
  "title", "alt", "label", "aria-label", "placeholder", "lang", "hreflang", "dir",
]

private func findFaults(_ context: TranslationContext) -> [Fault] {
  markupAttributes(context) + textAttributes(context)
}

/// Attributes of HTML that stands in the text.
private func textAttributes(_ context: TranslationContext) -> [Fault] {
  guard context.sourceFacts.traits.contains(.html), context.targetFacts.traits.contains(.html)
  else { return [] }
  let originals = elements(of: context.source)
  return elements(of: context.target).flatMap { element -> [Fault] in
    let candidates = originals.filter { $0.name == element.name }
    let found = candidates.map { differences(element, $0) }
    return found.min { $0.count < $1.count } ?? []
  }
}

private func elements(of entry: CatalogEntry) -> [TextTag] {
  entry.patterns.flatMap { entry.tags(of: $0) }.filter { $0.kind != .close }
}

private func differences(_ tag: TextTag, _ original: TextTag) -> [Fault] {
  func isCompared(_ attribute: TextTag.Attribute) -> Bool {
    !translatable.contains(attribute.name) && !addressOptions.contains(attribute.name)
      // What runs a program is said by `unsafe-html`.
      && !attribute.name.hasPrefix("on")
  }
  // Where a quotation mark is lost, the rest of the tag falls to pieces: that is one fault.
  if let piece = tag.attributes.first(where: { !isName($0.name) }),
    original.attributes.allSatisfy({ isName($0.name) })
  {
    return [
      Fault(
        "the attributes of `<\(tag.name)>` are broken at `\(piece.name)`", at: piece.span,
        help: "write them as the source does; a quotation mark is missing, or one too many")
    ]
  }
  var faults: [Fault] = []
  for attribute in tag.attributes where isCompared(attribute) {
    guard let expected = original.attributes.first(where: { $0.name == attribute.name }) else {
      faults.append(
        Fault(
          "`\(attribute.name)` of `<\(tag.name)>` is not in the source", at: attribute.span,
          help: NearestName.of(attribute.name, among: original.attributes.map(\.name))
            .map { "did you mean `\($0)`?" }))
      continue
    }
    if expected.value != attribute.value {
      faults.append(
        Fault(
          "`\(attribute.name)` of `<\(tag.name)>` differs from the source's", at: attribute.span,
          help: "take over the source's value"))
    }
  }
  let hasUnknown = !faults.isEmpty
  for expected in original.attributes
  where isCompared(expected) && !hasUnknown
    && !tag.attributes.contains(where: { $0.name == expected.name })
  {
    faults.append(
      Fault(
        "`<\(tag.name)>` has lost its `\(expected.name)`", at: tag.span,
        help: "take it over from the source"))
  }
  return faults
}

private func isName(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { isWordScalar($0) || "-_:.@".unicodeScalars.contains($0) }
}

private func markupAttributes(_ context: TranslationContext) -> [Fault] {
  guard context.targetFacts.structure?.hasMarkup ?? false,
    let target = context.target.parsed.message, let source = context.source.parsed.message
  else { return [] }
  var originals: [Markup] = []
  forEachMarkup(of: source) { if $0.kind != .close { originals.append($0) } }
  var faults: [Fault] = []
  forEachMarkup(of: target) { markup in
    guard markup.kind != .close else { return }
    let candidates = originals.filter { $0.name == markup.name }
    guard !candidates.isEmpty else { return }
    var best: [Fault]?
    for candidate in candidates {
      let found = differences(markup, candidate)
      if best.map({ found.count < $0.count }) ?? true { best = found }
    }
    faults += best ?? []
  }
  return faults
}

private func differences(_ markup: Markup, _ original: Markup) -> [Fault] {
  var faults: [Fault] = []
  for option in markup.options {
    guard let expected = original.options.first(where: { $0.name == option.name }) else {
      if translatable.contains(option.name) || addressOptions.contains(option.name) { continue }
      faults.append(
        Fault(
          "`\(option.name)` of `{#\(markup.name)}` is not in the source", at: option.span.range,
          help: NearestName.of(option.name, among: original.options.map(\.name))
            .map { "did you mean `\($0)`?" }))
      continue
    }
    if translatable.contains(option.name) || addressOptions.contains(option.name) { continue }
    if expected.value != option.value {
      faults.append(
        Fault(
          "`\(option.name)` of `{#\(markup.name)}` differs from the source's",
          at: option.span.range, help: "take over the source's value"))
    }
  }
  for expected in original.options
  where !translatable.contains(expected.name)
    && !markup.options.contains(where: { $0.name == expected.name })
    && !markup.options.contains(where: { option in
      !original.options.contains { $0.name == option.name }
    })
  {
    let start = markup.span.lowerBound + 1
    faults.append(
      Fault(
        "`{#\(markup.name)}` has lost its `\(expected.name)`",
        at: start..<max(start, markup.span.upperBound - 1),
        help: "take it over from the source"))
  }
  return faults
}
