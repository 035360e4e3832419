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
      so is a category that most other messages of the language have. A message that never shows its \
      number is a warning too, as one text for "some" often does, and so is a category of which only 0 is \
      left, beside a variant for 1. Silent \
      where every branch says the same and nothing in it bends: `{n} min`.

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
    ],
    tally: CheckTally(
      judged: 50, wrong: 1,
      """
      The wrong one was an abbreviation of four letters, which the rule accepts since. In four \
      more the text of `other` reads well without the branch: those never show their number \
      and are warnings since.
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
      selector.argument.map(branch.shown.contains) ?? true
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
      for reach in required
      where reach.category != .other && !family.categories.contains(reach.category) {
        faults.append(
          Fault(
            "no variant for the \(selector.kind == .ordinal ? "ordinal" : "plural") category "
              + "`\(reach.category.rawValue)` (\(reach.examples))\(family.place)",
            at: selector.span,
            help: "add a variant `\(family.keys(with: reach.category))`",
            severity: isShown && isWidelyMissed(reach, without: family.exact) ? nil : .warning))
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

/// Whether small numbers beyond 0 get a wrong text where a category is missing.
private func isWidelyMissed(_ reach: PluralNeeds.Reach, without exact: [Int]) -> Bool {
  let left = reach.small.filter { !exact.contains($0) }
  return !left.isEmpty && left != [0]
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
    for reach in required
    where reach.category != .other && !written.contains(reach.category.rawValue) {
      faults.append(
        Fault(
          "no branch for the \(plural.isOrdinal ? "ordinal" : "plural") category "
            + "`\(reach.category.rawValue)` (\(reach.examples))",
          at: argument.nameSpan.range, help: "add `\(reach.category.rawValue) {…}`",
          severity: isShown && isWidelyMissed(reach, without: exact) ? nil : .warning))
    }
  }
  return faults
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

/// Whether a message shows the number of an argument anywhere.
private func shows(_ name: String, in message: ICUMessage) -> Bool {
  message.elements.contains { element in
    switch element {
    case .text: false
    case .number: true
    case .tag(let tag): tag.content.map { shows(name, in: $0) } ?? false
    case .argument(let argument):
      switch argument.kind {
      case .plural(let plural): plural.branches.contains { shows(name, in: $0.message) }
      case .select(let branches): branches.contains { shows(name, in: $0.message) }
      case .choice(let branches): branches.contains { shows(name, in: $0.message) }
      default: argument.name == name
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
