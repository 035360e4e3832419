import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

extension Check {
  static let missingPluralCategory = Check(
    "missing-plural-category", .error,
    summary: "A plural message has no variant for a category that its language needs.",
    explanation: """
      Each language has its own plural categories (CLDR): Polish tells 1, 2–4 and 5–21 apart, Arabic \
      has six forms, Japanese one. Where the variant for a category is missing, its numbers get the \
      text of `*`, which is wrong in front of every Polish 2.

      What is needed follows from the numbers that reach a category, which ICU tells: small whole \
      numbers, and the variant is needed; 1 000 000 and the like only (`many` in French), or \
      fractions only (`many` in Czech) where the message counts whole things, and it is not. \
      Where the message says that its number has decimals, a category for fractions is a warning, and \
      so is a category that most other messages of the language have. Silent where every branch says the \
      same and nothing in it bends (`{n} min`).

      It is only a note where the text of `*` most likely does: where the message never shows its number, \
      or in parentheses only; where only 0 is left of the category, beside a variant for 1; where nothing \
      but 0 is told apart; where `*` itself is for fractions (Polish, Russian), one of `few` and `many` is \
      there, and `*` was written for the other; and where Slavic and Baltic languages do not tell the \
      forms apart, behind a preposition that takes another case (`do {n} kanałów`) and in the dative, \
      instrumental and locative (`{n} людям`).

      Add the variant with its own form; `langue check --fix` adds it with the text of `*` for a \
      translator to correct. A category whose numbers all have variants of their own (`0`, `1`) is \
      not missed.
      """,
    examples: [
      .flagged(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "pl",
        ".input {$n :integer}\n.match 1️⃣$n\none {{{$n} strona}}\nmany {{{$n} stron}}\n"
          + "* {{{$n} strony}}", remark: "Polish needs `few` for 2, 3 and 4"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "pl",
        ".input {$n :integer}\n.match $n\none {{{$n} strona}}\nfew {{{$n} strony}}\n"
          + "many {{{$n} stron}}\n* {{{$n} strony}}"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "fr", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        remark: "French takes `many` from 1 000 000 on only"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "ja", ".input {$n :integer}\n.match $n\n* {{{$n}ページ}}",
        remark: "Japanese has a single form"),
      .accepted(
        "en", "{n, plural, =1 {1 min} other {# min}}", "sl",
        "{n, plural, =1 {1 min} two {# min} few {# min} other {# min}}", syntax: .icu,
        remark: "an abbreviation has one form"),
      .flagged(
        "en", "{n} {n, plural, =1 {task} other {tasks}}", "cs",
        "{n} {1️⃣n, plural, =1 {úkol} other {úkolů}}", syntax: .icu),
      .accepted(
        "en", "{n, plural, =1 {1 hr} other {# hrs}}", "be",
        "{n, plural, =1 {1 гадз} few {# гадз} many {# гадз} other {# гадз}}", syntax: .icu),
      .flagged(
        "en", "Added to {n, plural, one {# channel} other {# channels}}", "pl",
        "Dodano do {1️⃣n, plural, one {# kanału} other {# kanałów}}", syntax: .icu,
        remark: "a note: the genitive is one form for 2 and for 5"),
      .flagged(
        "en", "{n} {n, plural, one {person} other {people}}", "ru",
        "сообщить {n} {1️⃣n, plural, one {человеку} other {людям}}", syntax: .icu,
        remark: "a note: so is the dative"),
      .flagged(
        "en", "{n, plural, one {# advert} other {# adverts}}", "ru",
        "{1️⃣n, plural, one {# реклама} other {# реклам}}", syntax: .icu,
        remark: "an error: `реклам` is no dative"),
      .flagged(
        "en", ".input {$n :integer}\n.match $n\none {{Hide reply}}\n* {{Hide replies ({$n})}}",
        "sr",
        ".input {$n :integer}\n.match 1️⃣$n\none {{Сакриј одговор}}\n* {{Сакриј одговоре ({$n})}}",
        remark: "a note: nothing is counted"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 1,
      """
      The wrong one was about the combined plurals of an iOS message. In seven more the text of `*` \
      happens to fit every number (Polish `odpowiedzi`, Serbian `doprinosa`, Filipino), which no \
      rule can know. The notes are those where it can.
      """),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard let structure = context.facts.structure, !structure.selectors.isEmpty,
    context.entry.parsed.isValid
  else { return [] }
  if context.entry.syntax == .icu { return missingBranches(context) }
  if haveOneForm(structure.branches.map(\.pattern)) { return [] }
  var faults: [Fault] = []
  for (column, selector) in structure.selectors.enumerated() {
    guard let (needs, domain) = context.locale.needs(selector.kind) else { continue }
    // A category under another name is there: `translated-keyword` says so.
    if structure.hasUnknownCategory(column: column) { continue }
    let isShown = structure.branches.contains { branch in
      selector.argument.map { branch.shown.contains($0) && !showsNumbersAside(branch) } ?? true
    }
    for family in structure.families(column: column) {
      let required = required(
        needs, domain, without: family.exact, isOrdinal: selector.kind == .ordinal, context)
      // A family with nothing but `*` leaves numbers alone on purpose, unless it is all there is.
      if family.categories.isEmpty && (structure.selectors.count > 1 || !family.exact.isEmpty)
        && !family.showsItsNumber
      {
        continue
      }
      let missing = required.filter {
        $0.category != .other && !family.categories.contains($0.category)
      }
      if missing.isEmpty { continue }
      let isOblique = isOblique(structure, column: column, context.locale)
      for reach in missing {
        faults.append(
          Fault(
            "no variant for the \(selector.kind == .ordinal ? "ordinal" : "plural") category "
              + "`\(reach.category.rawValue)` (\(reach.examples))\(family.place)",
            at: selector.span,
            help: "add a variant `\(family.keys(with: reach.category))`",
            severity: severity(
              reach, of: needs, without: family.exact, beside: family.categories,
              isCounted: isShown && !(isOblique && reach.isPlural))))
      }
    }
  }
  return faults
}

/// What the language needs, and what nearly all its messages have: a habit of its translators that
/// was lost here.
private func required(
  _ needs: PluralNeeds, _ domain: NumberDomain, without exact: [Int], isOrdinal: Bool,
  _ context: MessageContext
) -> [PluralNeeds.Reach] {
  let required = needs.required(domain, without: exact)
  guard !isOrdinal else { return required }
  return required
    + needs.reaches.filter { reach in
      reach.small.isEmpty && (reach.large || domain != .integer)
        && context.usualCategories.contains(reach.category)
        && !required.contains { $0.category == reach.category }
    }
}

/// How grave it is that a category is missing; nil is the rule's own severity.
private func severity(
  _ reach: PluralNeeds.Reach, of needs: PluralNeeds, without exact: [Int],
  beside written: Set<PluralCategory>, isCounted: Bool
) -> Severity? {
  let left = reach.small.filter { !exact.contains($0) }
  if left.isEmpty { return .warning }
  if !isCounted || left == [0] { return .note }
  // Whoever tells 0 apart and not 1 has words that do not bend.
  if written.isEmpty, exact == [0] { return .note }
  // What is left for `*` is nothing but fractions: it was written for these numbers.
  let isWrittenFor =
    reach.category == .many && written.contains(.few)
    || reach.category == .few && written.contains(.many)
  if isWrittenFor, needs.reach(of: .other)?.small.isEmpty ?? true { return .note }
  return nil
}

extension PluralNeeds.Reach {
  /// Whether it is one of the forms for several things that only some cases tell apart.
  fileprivate var isPlural: Bool { [.zero, .few, .many].contains(category) }
}

/// Whether a variant shows numbers only where they count nothing: in parentheses, behind a colon.
private func showsNumbersAside(_ branch: MessageStructure.Branch) -> Bool {
  let elements = branch.pattern.elements
  return elements.indices.allSatisfy { index in
    guard case .expression = elements[index] else { return true }
    guard index > 0, case .text(let text) = elements[index - 1] else { return false }
    return isAside(text.value)
  }
}

/// Whether what follows a text counts nothing.
private func isAside(_ before: String) -> Bool {
  let last = before.unicodeScalars.last { !$0.properties.isWhitespace }
  return last.map { ["(", "（", ":", "："].contains($0) } ?? false
}

/// Whether the number that variants are chosen by stands in a case with one plural for all numbers.
private func isOblique(
  _ structure: MessageStructure, column: Int, _ locale: LocaleFacts
) -> Bool {
  guard let oblique = ObliqueNumbers(language: locale.language),
    let argument = structure.selectors[column].argument
  else { return false }
  func branch(_ isWanted: (String?) -> Bool) -> MessageStructure.Branch? {
    structure.branches.last { branch in
      guard column < branch.keys.count else { return false }
      guard case .literal(let literal) = branch.keys[column] else { return isWanted(nil) }
      return isWanted(literal.value)
    }
  }
  guard let plural = branch({ $0 == nil }), plural.shown == [argument],
    let singular = branch({ $0 == "one" || $0 == "1" }),
    let number = plural.pattern.elements.firstIndex(where: isExpression)
  else { return false }
  func text(_ pattern: Pattern, _ index: Int) -> String {
    guard pattern.elements.indices.contains(index), case .text(let text) = pattern.elements[index]
    else { return "" }
    return text.value
  }
  let first = singular.pattern.elements.firstIndex(where: isExpression) ?? -1
  return oblique.govern(
    before: text(plural.pattern, number - 1), after: text(plural.pattern, number + 1),
    singular: text(singular.pattern, first + 1))
}

private func isExpression(_ element: PatternElement) -> Bool {
  if case .expression = element { true } else { false }
}

/// Whether several patterns say the same but for their numbers, in words that are too short to bend.
private func haveOneForm(_ patterns: [Pattern]) -> Bool {
  guard patterns.count > 1, let first = patterns.first, !hasInflectedWord(first) else {
    return false
  }
  return Set(patterns.map(withoutNumbers)).count == 1
}

private func withoutNumbers(_ pattern: Pattern) -> String {
  var text = ""
  for element in pattern.elements {
    switch element {
    case .text(let run): text += withoutNumbers(run.value)
    case .expression: text += "#"
    case .markup(let markup): text += "{#\(markup.name)}"
    }
  }
  return text
}

private func withoutNumbers(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.properties.numericType == nil {
      result.unicodeScalars.append(scalar)
    } else if result.unicodeScalars.last != "#" {
      result += "#"
    }
  }
  return result
}

/// What is missing in the plurals of ICU's syntax, each by itself: converted, branches that say the
/// same would be one.
private func missingBranches(_ context: MessageContext) -> [Fault] {
  guard let message = ICUMessageFormat.parse(context.entry.text).message else { return [] }
  var faults: [Fault] = []
  forEachPlural(of: message) { argument, plural in
    let needs = plural.isOrdinal ? context.locale.ordinal : context.locale.cardinal
    var written: Set<String> = []
    var exact: [Int] = []
    for branch in plural.branches {
      switch branch.selector {
      case .keyword(let keyword):
        // A category under another name is there: `translated-keyword` says so.
        if PluralCategory(rawValue: keyword) == nil { return }
        written.insert(keyword)
      case .exact(let number):
        if let integer = number.integer { exact.append(integer - (plural.offset.integer ?? 0)) }
      }
    }
    let isShown = shows(argument.name, in: message)
    // With numbers alone, and none that is shown, special cases are told apart.
    if written == ["other"], !exact.isEmpty, !isShown { return }
    if haveOneForm(plural, argument.name) { return }
    let required = required(
      needs, .count, without: exact, isOrdinal: plural.isOrdinal, context)
    let missing = required.filter {
      $0.category != .other && !written.contains($0.category.rawValue)
    }
    if missing.isEmpty { return }
    let isOblique = isOblique(argument, plural, in: context.entry.text, context.locale)
    for reach in missing {
      faults.append(
        Fault(
          "no branch for the \(plural.isOrdinal ? "ordinal" : "plural") category "
            + "`\(reach.category.rawValue)` (\(reach.examples))",
          at: argument.nameSpan.range, help: "add `\(reach.category.rawValue) {…}`",
          severity: severity(
            reach, of: needs, without: exact,
            beside: Set(written.compactMap(PluralCategory.init).filter { $0 != .other }),
            isCounted: isShown && !(isOblique && reach.isPlural))))
    }
  }
  return faults
}

/// Whether the number of a plural stands in a case with one form for all numbers: the number is in its
/// branches, or in front of the plural.
private func isOblique(
  _ argument: ICUArgument, _ plural: ICUPlural, in text: String, _ locale: LocaleFacts
) -> Bool {
  guard let oblique = ObliqueNumbers(language: locale.language) else { return false }
  func message(_ isWanted: (ICUPluralBranch.Selector) -> Bool) -> ICUMessage? {
    plural.branches.first { isWanted($0.selector) }?.message
  }
  guard let other = message({ if case .keyword("other") = $0 { true } else { false } }),
    let one = message({ selector in
      switch selector {
      case .keyword(let keyword): keyword == "one"
      case .exact(let number): number.integer == 1
      }
    })
  else { return false }
  let found = around(argument.name, in: other)
  return oblique.govern(
    before: found.before ?? textBefore(argument, in: text), after: found.after,
    singular: around(argument.name, in: one).after)
}

/// The text in front of the number in a branch, where there is any, and behind it; all of it where the
/// branch shows no number.
private func around(_ name: String, in message: ICUMessage) -> (before: String?, after: String) {
  var before: String?
  var after = ""
  for element in message.elements {
    switch element {
    case .text(let text): after += text.value
    case .number:
      if !after.isEmpty { before = after }
      after = ""
    case .argument(let argument):
      if argument.name == name, !after.isEmpty { before = after }
      if argument.name == name { after = "" }
    case .tag: continue
    }
  }
  return (before, after)
}

/// The text in front of an argument and of what stands right before it: its number, a tag.
private func textBefore(_ argument: ICUArgument, in text: String) -> String {
  var bytes = Array(text.utf8.prefix(argument.nameSpan.lowerBound))
  while let last = bytes.last, last == UInt8(ascii: "{") || last == 0x20 { bytes.removeLast() }
  for (close, open) in [("}", "{"), (">", "<")] as [(Unicode.Scalar, Unicode.Scalar)] {
    guard bytes.last == UInt8(ascii: close),
      let start = bytes.lastIndex(of: UInt8(ascii: open))
    else { continue }
    bytes.removeSubrange(start...)
    while bytes.last == 0x20 { bytes.removeLast() }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Whether all branches but the one for 0 say the same: in words that are too short to bend, or in
/// three categories, which no word that bends does.
private func haveOneForm(_ plural: ICUPlural, _ name: String) -> Bool {
  var forms: Set<String> = []
  var count = 0
  var categories = 0
  var bends = false
  for branch in plural.branches {
    if case .exact(let number) = branch.selector, number.value == 0 { continue }
    if case .keyword = branch.selector { categories += 1 }
    var form = ""
    for element in branch.message.elements {
      switch element {
      case .text(let text):
        bends = bends || hasInflectedWord(text.value)
        form += withoutNumbers(text.value)
      case .number: form += "#"
      case .argument(let argument): form += argument.name == name ? "#" : "{\(argument.name)}"
      case .tag(let tag): form += "<\(tag.name)>"
      }
    }
    forms.insert(form)
    count += 1
  }
  return count > 1 && forms.count == 1 && (!bends || categories > 2)
}

/// Whether a message shows the number of an argument anywhere that it counts something.
private func shows(_ name: String, in message: ICUMessage) -> Bool {
  var before = ""
  return message.elements.contains { element in
    defer { if case .text(let text) = element { before = text.value } else { before = "" } }
    return switch element {
    case .text: false
    case .number: !isAside(before)
    case .tag(let tag): tag.content.map { shows(name, in: $0) } ?? false
    case .argument(let argument):
      switch argument.kind {
      case .plural(let plural): plural.branches.contains { shows(name, in: $0.message) }
      case .select(let branches): branches.contains { shows(name, in: $0.message) }
      case .choice(let branches): branches.contains { shows(name, in: $0.message) }
      default: argument.name == name && !isAside(before)
      }
    }
  }
}

/// Calls a function with every plural of a message, those within others too.
func forEachPlural(
  of message: ICUMessage, _ body: (ICUArgument, ICUPlural) -> Void
) {
  for element in message.elements {
    switch element {
    case .text, .number: continue
    case .tag(let tag):
      if let content = tag.content { forEachPlural(of: content, body) }
    case .argument(let argument):
      switch argument.kind {
      case .plural(let plural):
        body(argument, plural)
        for branch in plural.branches { forEachPlural(of: branch.message, body) }
      case .select(let branches):
        for branch in branches { forEachPlural(of: branch.message, body) }
      case .choice(let branches):
        for branch in branches { forEachPlural(of: branch.message, body) }
      default: continue
      }
    }
  }
}

/// The variants that differ in one selector's key only.
struct VariantFamily {
  /// The keys of all selectors; the one that differs is nil.
  var others: [String?]
  var categories: Set<PluralCategory> = []
  var exact: [Int] = []
  /// Whether its `*` shows the number that it is chosen by.
  var showsItsNumber = false

  /// Where the family is, for a message with several selectors.
  fileprivate var place: String {
    others.count < 2 ? "" : " beside `\(others.compactMap { $0 }.joined(separator: " "))`"
  }

  func keys(with category: PluralCategory) -> String {
    others.map { $0 ?? category.rawValue }.joined(separator: " ")
  }
}

extension MessageStructure {
  /// Whether a key is neither a category nor a number.
  fileprivate func hasUnknownCategory(column: Int) -> Bool {
    branches.contains { branch in
      guard column < branch.keys.count, case .literal(let literal) = branch.keys[column] else {
        return false
      }
      return PluralCategory(rawValue: literal.value) == nil && Int(literal.value) == nil
    }
  }

  /// The variants in groups that agree in all keys but one column's, in the order of the message.
  func families(column: Int) -> [VariantFamily] {
    var families: [VariantFamily] = []
    for branch in branches where column < branch.keys.count {
      let others = branch.keys.enumerated().map { index, key -> String? in
        if index == column { return nil }
        if case .literal(let literal) = key { return literal.value }
        return "*"
      }
      let index: Int
      if let found = families.firstIndex(where: { $0.others == others }) {
        index = found
      } else {
        index = families.count
        families.append(VariantFamily(others: others))
      }
      guard case .literal(let literal) = branch.keys[column] else {
        if let argument = selectors[column].argument, branch.shown.contains(argument) {
          families[index].showsItsNumber = true
        }
        continue
      }
      if let category = PluralCategory(rawValue: literal.value) {
        families[index].categories.insert(category)
      } else if let number = Int(literal.value) {
        families[index].exact.append(number - selectors[column].offset)
      }
    }
    return families
  }
}
