import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

extension Check {
  static let missingVariable = Check(
    "missing-variable", .error,
    summary: "A translation, or one of its variants, leaves out a variable that its source shows.",
    explanation: """
      What the variable stands for is lost: a name, a price, a number. A variant may leave its \
      number out where it can only be one number. ICU's plural rules decide: `one` is exactly 1 in \
      English, German, Polish or Arabic; in French and Hindi it is 0 as well, in Russian 21, 31, 41 …, \
      in Slovenian 101, 201 …, and there the number has to be shown.

      Put the variable back at its place in the sentence. A number that is left out where it could be \
      0 or 1 is only a warning, and a note where a variant of the source leaves it out as well: whether \
      0 is ever shown, only the program knows. A variant `0` mends it too.

      Where another name stands in its place, misspelled or translated, that is `unknown-variable`, and \
      not said twice.

      Suppress it where a language says the same without the variable, with the reason.
      """,
    examples: [
      .flagged("en", "Hello {$name}", "de", "1️⃣Hallo"),
      .flagged(
        "en", ".input {$n :integer}\n.match $n\none {{One page}}\n* {{{$n} pages}}",
        "ru",
        ".input {$n :integer}\n.match $n\n1️⃣one {{Одна страница}}\nfew {{{$n} страницы}}\n"
          + "many {{{$n} страниц}}\n* {{{$n} страницы}}",
        remark: "Russian takes `one` for 21, 31, 41 … too"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{One page}}\n* {{{$n} pages}}",
        "pl",
        ".input {$n :integer}\n.match $n\none {{Jedna strona}}\nfew {{{$n} strony}}\n"
          + "many {{{$n} stron}}\n* {{{$n} strony}}",
        remark: "Polish takes `one` for 1 only"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{One page}}\n* {{{$n} pages}}",
        "ru",
        ".input {$n :integer}\n.match $n\n1 {{Одна страница}}\none {{{$n} страница}}\n"
          + "few {{{$n} страницы}}\nmany {{{$n} страниц}}\n* {{{$n} страницы}}",
        remark: "the variant `1` is for 1 only in every language"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{One page}}\n* {{{$n} pages}}",
        "ja", ".input {$n :integer}\n.match $n\none {{1ページ}}\n* {{{$n}ページ}}",
        remark: "Japanese never takes `one`, which has a rule of its own"),
      .accepted(
        "en", "Hello {$name}", "pl", "Cześć {$nmae}",
        remark: "`unknown-variable` names the variable that was meant"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 1,
      """
      Numbers were left out of forms that stand for more than one, names written out, `#` \
      forgotten. The wrong one was English `’s` as a variable, which Portuguese has no use for. \
      Of 50 findings about 0 or 1 that were warnings once, 34 stood where 0 is hardly ever shown \
      ("yesterday", "another wiki"), and the source left its number out there too: these are notes \
      now. The 5 warnings that remained were right.
      """),
    kind: .translation(findFaults))
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard let source = context.sourceFacts.structure else { return [] }
  let target = context.targetFacts.structure
  let misnamed = MisnamedVariables(context)
  var faults: [Fault] = []
  for (index, argument) in source.arguments.enumerated() where argument.isShown {
    guard let target, let own = target.argument(named: argument.name),
      target.arguments[own].isShown
    else {
      // Chosen by but not shown is enough where every variant stands for one number only.
      if let target, let own = target.argument(named: argument.name),
        target.branches.allSatisfy({ $0.pinned(own, in: target, context.locale) == .pinned })
      {
        continue
      }
      if misnamed.isMeant(argument.name) || hidesVariable(argument.name, in: context.target)
        || mayHide(argument.name, context.target)
      {
        continue
      }
      faults.append(
        Fault(
          "variable `$\(argument.name)` is missing", at: patternSpan(context),
          help: "the source message shows it"))
      continue
    }
    guard isAlwaysShown(index, in: source, context.sourceLocale) else { continue }
    let isSpelledOut = !source.branches.allSatisfy { $0.shown.contains(index) }
    for branch in target.branches where !branch.shown.contains(own) {
      let pinned = branch.pinned(own, in: target, context.locale)
      if pinned == .pinned { continue }
      if branch.pattern.elements.isEmpty && isAnyBranchEmpty(source) { continue }
      if misnamed.isMeant(argument.name, in: branch) { continue }
      faults.append(
        Fault(
          "variable `$\(argument.name)` is missing in the variant \(branch.name)",
          at: branch.span,
          help: help(
            branch.category(of: own, in: target), argument.name, context.locale),
          severity: pinned == .zeroOrOne ? isSpelledOut ? .note : .warning : nil))
    }
  }
  return faults
}

private func patternSpan(_ context: TranslationContext) -> Range<Int> {
  0..<context.target.text.utf8.count
}

private func isAnyBranchEmpty(_ source: MessageStructure) -> Bool {
  source.branches.contains { $0.pattern.elements.isEmpty }
}

/// Whether every variant shows the argument or stands for a single number.
private func isAlwaysShown(
  _ argument: Int, in structure: MessageStructure, _ locale: LocaleFacts
) -> Bool {
  structure.branches.allSatisfy {
    $0.shown.contains(argument) || $0.pinned(argument, in: structure, locale) != .open
  }
}

/// How many numbers a variant can stand for.
private enum Pinning: Equatable {
  case pinned
  /// 0 and 1 only: `one` in French, say.
  case zeroOrOne
  case open
}

private func help(_ category: PluralCategory?, _ name: String, _ locale: LocaleFacts) -> String {
  guard let category, let reach = locale.cardinal.reach(of: category), !reach.small.isEmpty else {
    return "show `$\(name)` here too"
  }
  return "in \(locale.locale) `\(category.rawValue)` stands for \(reach.examples): "
    + "show `$\(name)` here too"
}

/// Whether a variable may stand in a choice that was left as text: the reader then declares it.
private func mayHide(_ name: String, _ target: CatalogEntry) -> Bool {
  target.metadata.placeholders[name] != nil && target.hasUnreadChoice
}

extension MessageStructure.Branch {
  /// The category of an argument that the variant is for.
  fileprivate func category(
    of argument: Int, in structure: MessageStructure
  ) -> PluralCategory? {
    for (selector, key) in zip(structure.selectors, keys) where selector.argument == argument {
      if case .literal(let literal) = key { return PluralCategory(rawValue: literal.value) }
    }
    return nil
  }

  /// The variant's keys as they are written.
  var name: String {
    let names = keys.map { key in
      if case .literal(let literal) = key { literal.value } else { "*" }
    }
    return "`" + names.joined(separator: " ") + "`"
  }

  /// Whether the variant's keys leave only one number for an argument that it is chosen by.
  fileprivate func pinned(
    _ argument: Int, in structure: MessageStructure, _ locale: LocaleFacts
  ) -> Pinning {
    var pinning = Pinning.open
    for (column, selector) in structure.selectors.enumerated()
    where structure.isCounted(argument, by: selector) && column < keys.count {
      // `*` takes all that is left, so it is never a single number.
      guard case .literal(let literal) = keys[column] else { continue }
      if selector.kind == .string || Int(literal.value) != nil { return .pinned }
      guard let category = PluralCategory(rawValue: literal.value),
        let (needs, domain) = locale.needs(selector.kind)
      else { continue }
      // A category that the language never chooses is `unreachable-plural-category`.
      guard needs.reach(of: category) != nil else { return .pinned }
      let exact = structure.exactNumbers(column: column)
      if needs.onlyValue(of: category, domain, without: exact) != nil { return .pinned }
      if let reach = needs.reach(of: category), reach.small == [0, 1] { pinning = .zeroOrOne }
    }
    return pinning
  }
}

extension MessageStructure {
  /// Whether a selector chooses by an argument: by its name, or because the number that it chooses by
  /// is never shown and the only thing that is has no name, as in Android's plurals: it is the number,
  /// written beforehand.
  fileprivate func isCounted(_ argument: Int, by selector: Selector) -> Bool {
    guard let own = selector.argument, own != argument else { return selector.argument == argument }
    return selectors.count == 1 && selector.kind != .string && !arguments[own].isShown
      && numberOfVariable(arguments[argument].name) != nil
      && arguments.filter(\.isShown).count == 1
  }

  /// The numbers that have a variant of their own in a column.
  func exactNumbers(column: Int) -> [Int] {
    branches.compactMap { branch in
      guard column < branch.keys.count, case .literal(let literal) = branch.keys[column] else {
        return nil
      }
      return Int(literal.value).map { $0 - selectors[column].offset }
    }
  }
}
