import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Mends messages where there is nothing to guess: white space, normalization, quotation marks, and
/// plural categories that are missing.
///
/// Every step works on the message's source, piece by piece, and is read again before it counts: a
/// message that could be read can be read afterwards, with the same variables and markup.
struct MessageFixes {
  let locale: LocaleFacts
  let rules: Set<String>

  /// A message after its fixes.
  struct Result {
    var text: String
    /// The rules whose faults were mended.
    var rules: [String] = []
    /// Whether something was added that a translator has to look at.
    var needsTranslation = false
  }

  /// The message mended; nil where there was nothing to do.
  func fixed(_ entry: CatalogEntry, source: CatalogEntry?) -> Result? {
    guard !rules.isEmpty, entry.parsed.isValid else { return nil }
    var entry = entry
    var result = Result(text: entry.text)
    for step in steps where rules.contains(step.rule) {
      let edits = step.edits(entry, source)
      guard !edits.isEmpty else { continue }
      let text = apply(edits, to: entry.text)
      let parsed = entry.syntax.parse(text)
      // By bytes: for Swift a text and its NFC are equal.
      guard !text.utf8.elementsEqual(entry.text.utf8), parsed.isValid,
        isAlike(parsed.message, entry.parsed.message)
      else {
        continue
      }
      entry.text = text
      entry.parsed = parsed
      result.text = text
      result.rules.append(step.rule)
      if step.rule == Check.missingPluralCategory.rule { result.needsTranslation = true }
    }
    return result.rules.isEmpty ? nil : result
  }

  /// A piece of a message's source and what comes in its place.
  struct Edit {
    var span: Range<Int>
    var text: String
  }

  private typealias Step = (rule: String, edits: (CatalogEntry, CatalogEntry?) -> [Edit])

  private var steps: [Step] {
    [
      (Check.missingPluralCategory.rule, { entry, _ in missingVariants(entry) }),
      (Check.doubleSpace.rule, { entry, _ in doubleSpaces(entry) }),
      (Check.mismatchedWhitespace.rule, edgeSpaces),
      (Check.notNFC.rule, { entry, _ in normalized(entry) }),
      (Check.straightQuotes.rule, { entry, _ in quotes(entry, ofStraight: true) }),
      (Check.quotationMarks.rule, { entry, _ in quotes(entry, ofStraight: false) }),
    ]
  }

  private func apply(_ edits: [Edit], to text: String) -> String {
    var bytes = Array(text.utf8)
    for edit in edits.sorted(by: { $0.span.lowerBound > $1.span.lowerBound })
    where edit.span.upperBound <= bytes.count {
      bytes.replaceSubrange(edit.span, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether two messages have the same arguments and the same markup in their first patterns.
  private func isAlike(_ left: Message?, _ right: Message?) -> Bool {
    guard let left, let right else { return false }
    let names = [left, right].map { message in
      Set(MessageStructure(message, placeholders: [:]).arguments.map(\.name))
    }
    let markup = [left, right].map { message in
      message.patterns.first.map { pattern in
        pattern.elements.compactMap { element in
          if case .markup(let markup) = element { markup } else { nil as Markup? }
        }
      }
    }
    return names[0] == names[1] && markup[0] == markup[1]
  }
}

// MARK: - White space and normalization

extension MessageFixes {
  private func doubleSpaces(_ entry: CatalogEntry) -> [Edit] {
    var edits: [Edit] = []
    entry.forEachText { text in
      for span in CatalogChecks.doubleSpaces(in: text, of: entry) {
        edits.append(Edit(span: entry.span(of: span, in: text), text: " "))
      }
    }
    return edits
  }

  private func normalized(_ entry: CatalogEntry) -> [Edit] {
    let normal = entry.text.normalizedNFC
    guard !normal.utf8.elementsEqual(entry.text.utf8) else { return [] }
    return [Edit(span: 0..<entry.text.utf8.count, text: normal)]
  }

  /// White space at the ends: taken away where the source has none, added where it has some.
  private func edgeSpaces(_ entry: CatalogEntry, _ source: CatalogEntry?) -> [Edit] {
    guard let source, let theirs = source.parsed.message, let ours = entry.parsed.message,
      case .pattern(let sourceMessage) = theirs, case .pattern(let message) = ours,
      sourceMessage.declarations.isEmpty, message.declarations.isEmpty
    else { return [] }
    let (expected, found) = (sourceMessage.pattern.elements, message.pattern.elements)
    guard let first = found.first, let last = found.last else { return [] }
    var edits: [Edit] = []
    let (leading, ownLeading) = (space(expected.first, atStart: true), space(first, atStart: true))
    if leading.isEmpty != ownLeading.isEmpty {
      edits.append(Edit(span: 0..<ownLeading.utf8.count, text: leading))
    }
    let (trailing, ownTrailing) = (
      space(expected.last, atStart: false), space(last, atStart: false)
    )
    if trailing.isEmpty != ownTrailing.isEmpty {
      let end = entry.text.utf8.count
      edits.append(Edit(span: end - ownTrailing.utf8.count..<end, text: trailing))
    }
    return edits
  }

  private func space(_ element: PatternElement?, atStart: Bool) -> String {
    guard case .text(let text)? = element else { return "" }
    let scalars = text.value.unicodeScalars
    if atStart { return String(String.UnicodeScalarView(scalars.prefix(while: isEdgeSpace))) }
    return String(
      String.UnicodeScalarView(scalars.reversed().prefix(while: isEdgeSpace).reversed()))
  }
}

// MARK: - Quotation marks

extension MessageFixes {
  /// Straight marks, or another language's, that pair up within a pattern.
  private func quotes(_ entry: CatalogEntry, ofStraight isStraight: Bool) -> [Edit] {
    var edits: [Edit] = []
    for pattern in entry.patterns {
      var marks: [(span: Range<Int>, opens: Bool)] = []
      let elements = pattern.elements
      for (index, element) in elements.enumerated() {
        guard case .text(let text) = element else { continue }
        if text.value.utf8.contains(UInt8(ascii: "<")) { return [] }
        marks += quotationMarks(
          in: text.value, straight: isStraight,
          follows: index > 0 && isValue(elements[index - 1]),
          precedes: index + 1 < elements.count && isValue(elements[index + 1])
        )
        .map { (entry.span(of: $0.span, in: text), $0.opens) }
      }
      guard !marks.isEmpty, marks.count % 2 == 0,
        marks.enumerated().allSatisfy({ $0.element.opens == ($0.offset % 2 == 0) })
      else { continue }
      for mark in marks {
        edits.append(
          Edit(span: mark.span, text: mark.opens ? opening : closing))
      }
    }
    return edits
  }

  /// Whether something is shown in an element's place, so that it counts as a word.
  private func isValue(_ element: PatternElement) -> Bool {
    if case .expression = element { true } else { false }
  }

  private var needsSpace: Bool {
    locale.language == "fr" && locale.locale.region != "CH" && locale.quotes.start == "«"
  }
  private var opening: String { locale.quotes.start + (needsSpace ? "\u{202F}" : "") }
  private var closing: String { (needsSpace ? "\u{202F}" : "") + locale.quotes.end }

  /// The marks of a text that are to be replaced, with the plain spaces inside French ones.
  ///
  /// - Parameters:
  ///   - isBehindValue: Whether the text stands right behind a placeholder.
  ///   - isBeforeValue: Whether it stands right in front of one.
  private func quotationMarks(
    in text: String, straight: Bool, follows isBehindValue: Bool, precedes isBeforeValue: Bool
  ) -> [(span: Range<Int>, opens: Bool)] {
    let scalars = Array(PlacedScalars(text))
    var marks: [(span: Range<Int>, opens: Bool)] = []
    for (index, item) in scalars.enumerated() {
      let isMark =
        straight
        ? item.scalar == "\"" : ["“", "”", "„", "«", "»"].contains(item.scalar)
      guard isMark else { continue }
      let before = index > 0 ? scalars[index - 1].scalar : nil
      let after = index + 1 < scalars.count ? scalars[index + 1].scalar : nil
      if straight, let before, before.properties.numericType != nil { return [] }
      let startsWord = before.map { $0.properties.isWhitespace || $0 == "(" } ?? !isBehindValue
      let endsWord =
        after.map { $0.properties.isWhitespace || ").,;:!?".unicodeScalars.contains($0) }
        ?? !isBeforeValue
      guard startsWord != endsWord else { return [] }
      marks.append((item.bytes, startsWord))
    }
    return marks
  }
}

// MARK: - Plural categories

extension MessageFixes {
  /// A variant for each category that is missing, with the text of the variant `*` beside it.
  private func missingVariants(_ entry: CatalogEntry) -> [Edit] {
    if entry.syntax == .icu { return missingBranches(entry) }
    guard case .select(let message)? = entry.parsed.message else { return [] }
    let structure = MessageStructure(
      .select(message), placeholders: entry.metadata.placeholders)
    let bytes = Array(entry.text.utf8)
    var edits: [Edit] = []
    for (column, selector) in structure.selectors.enumerated() {
      guard let (needs, domain) = locale.needs(selector.kind) else { continue }
      for family in structure.families(column: column) where !family.categories.isEmpty {
        guard let model = message.variants.first(where: { isRest($0, of: family, column) }) else {
          continue
        }
        for reach in needs.required(domain, without: family.exact)
        where reach.category != .other && !family.categories.contains(reach.category) {
          let keys = model.keys.enumerated().map { index, key in
            if index == column { return reach.category.rawValue }
            return String(decoding: bytes[key.span.range], as: UTF8.self)
          }
          let start = model.span.lowerBound
          let pattern = model.value.span.range
          guard pattern.lowerBound >= 2, pattern.upperBound + 2 <= bytes.count else { continue }
          let text = String(
            decoding: bytes[(pattern.lowerBound - 2)..<(pattern.upperBound + 2)], as: UTF8.self)
          edits.append(
            Edit(span: start..<start, text: keys.joined(separator: " ") + " " + text + "\n"))
        }
      }
      // One column at a time: what was added there is a family of the next.
      if !edits.isEmpty { break }
    }
    // Edits at one place are put in from the last to the first.
    return edits.reversed()
  }

  /// In ICU's syntax: a branch for each category that is missing, with the text of `other` in front
  /// of which it stands. Of plurals within each other the innermost are mended first.
  private func missingBranches(_ entry: CatalogEntry) -> [Edit] {
    guard let message = ICUMessageFormat.parse(entry.text).message else { return [] }
    let bytes = Array(entry.text.utf8)
    var edits: [Edit] = []
    forEachPlural(of: message) { _, plural in
      var isInnermost = true
      for branch in plural.branches {
        forEachPlural(of: branch.message) { _, _ in isInnermost = false }
      }
      guard isInnermost,
        let other = plural.branches.first(where: { $0.selector == .keyword("other") })
      else { return }
      let written = plural.branches.compactMap { branch -> String? in
        if case .keyword(let keyword) = branch.selector { keyword } else { nil }
      }
      let exact = plural.branches.compactMap { branch -> Int? in
        guard case .exact(let number) = branch.selector else { return nil }
        return number.integer.map { $0 - (plural.offset.integer ?? 0) }
      }
      // Numbers beside a rest tell special cases apart.
      guard written.count > 1 || exact.isEmpty else { return }
      let needs = plural.isOrdinal ? locale.ordinal : locale.cardinal
      let start = other.selectorSpan.lowerBound
      let span = other.message.span.range
      guard span.upperBound <= bytes.count else { return }
      let text = String(decoding: bytes[span], as: UTF8.self)
      for reach in needs.required(.count, without: exact).reversed()
      where reach.category != .other && !written.contains(reach.category.rawValue) {
        edits.append(
          Edit(span: start..<start, text: "\(reach.category.rawValue) {\(text)} "))
      }
    }
    return edits
  }

  private func isRest(_ variant: Variant, of family: VariantFamily, _ column: Int) -> Bool {
    guard column < variant.keys.count, case .catchall = variant.keys[column] else { return false }
    return variant.keys.enumerated().allSatisfy { index, key in
      guard index != column else { return true }
      if case .literal(let literal) = key { return family.others[index] == literal.value }
      return family.others[index] == "*"
    }
  }
}
