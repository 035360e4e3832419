import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let changedNumber = Check(
    "changed-number", .warning,
    summary: "A number of the source is another one in the translation, or is missing.",
    explanation: """
      83 % has become 38 %, 2017 has become 2007: nobody sees it who does not read both. Numbers are \
      compared by value, whatever the language's digits (٨٣, ८३) and separators (1,800, 1 800, 1.800).

      A number up to 100 that is not there at all is only a note, for it may be written in words; up to \
      twelve it is not even that. Numbers that stand in placeholders (`{0.83 :percent}`) and dates \
      (`{|2017-06-12| :date}`) count as written. Silent about times of day, about 100 %, which is the whole, and about \
      numbers of languages that count in ten thousands (万, 億). A number that the translation alone has \
      is not reported by itself. Numbers within Latin names (IPv6, MP3) are compared as the names.

      Correct the number. Better, give it to the message as a variable.
      """,
    examples: [
      .flagged("en", "83 percent trust", "de", "1️⃣38 Prozent vertrauen"),
      .flagged("fr", "Le 12 juin 2017", "en", "1️⃣June 12th"),
      .flagged("fr", "{0.83 :percent} disent oui", "de", "{1️⃣0.38 :percent} sagen ja"),
      .flagged("fr", "le {|2017-06-12| :date}", "de", "am {1️⃣|2007-06-12| :date}"),
      .flagged("en", "Enter an IPv6 address", "tg", "Суроғаи 1️⃣IPv4 ворид кунед"),
      .accepted("en", "Enter an IPv6 address", "de", "Eine IPv6-Adresse eingeben"),
      .accepted("fr", "{0.83 :percent} disent oui", "en", "83 % say yes"),
      .accepted("en", "1,800 readers", "de", "1.800 Leser"),
      .accepted("en", "1,800 readers", "ar", "١٬٨٠٠ قارئ", remark: "the same number"),
      .accepted("en", "10,000 readers", "ja", "読者1万人", remark: "counted in ten thousands"),
      .accepted("en", "65 million articles", "ja", "6500万記事", remark: "the same number"),
      .flagged(
        "en", "Remember 1980", "ko", "1️⃣1908년을 기억하라",
        remark: "억 is a part of the word for memory, and counts nothing"),
      .accepted("en", "Keep 100% of it", "de", "Behalte alles"),
      .accepted("en", "3 reasons", "es", "tres razones"),
    ],
    tally: CheckTally(
      judged: 1, wrong: 0, planted: .init(faults: 138, found: 138, fine: 92, reported: 0),
      """
      The one warning was right (268 became 286). The notes are numbers in words, and `99+` that \
      became "more than 100". The planted ones had digits swapped; beside numbers in another \
      notation.
      """),
    kind: .translation(findFaults))
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard context.sourceFacts.traits.contains(.digit),
    context.sourceFacts.structure == nil || context.source.patterns.count == 1
  else { return [] }
  var faults = changedNames(context)
  let expected = numbers(in: context.source).filter {
    !$0.isTime && ($0.value.count > 1 || $0.isPlaceholder)
  }
  guard !expected.isEmpty else { return faults }
  let found = numbers(in: context.target)
  var left = found
  let countsInMyriads = ["zh", "ja", "ko"].contains(context.locale.language)
  for number in expected {
    if let index = left.firstIndex(where: { $0.value == number.value }) {
      left.remove(at: index)
      continue
    }
    if found.contains(where: { $0.value == number.value }) { continue }
    if !number.isPlaceholder, number.value.count < 3, (Int(number.value) ?? 99) <= 12 { continue }
    if countsInMyriads,
      number.value.split(separator: ".").first?.count ?? 0 > 4
        || hasMyriads(context.target.text)
    {
      continue
    }
    if number.value == "100", number.isPercent { continue }
    // The same digits in another order, or in another's place, are where it went wrong.
    let wrong =
      left.first { $0.value.count == number.value.count && !$0.isTime }
      ?? (number.isPlaceholder ? left.first { $0.isPlaceholder } : nil)
    faults.append(
      Fault(
        wrong.map { "the number \($0.written) stands where the source has \(number.written)" }
          ?? "the number \(number.written) is missing",
        at: wrong?.span ?? 0..<context.target.text.utf8.count,
        help: "the source has \(number.written)",
        severity: wrong == nil && mayBeInWords(number) ? .note : nil))
    if let wrong { left.removeAll { $0.span == wrong.span } }
  }
  return faults
}

/// Ten thousand, a hundred million.
private let myriads: Set<Unicode.Scalar> = ["万", "萬", "億", "亿", "만", "억"]
/// What stands in front of them besides digits, where the number is written in words.
private let numerals = Set("一二两兩三四五六七八九十百千数數几幾십백천수몇".unicodeScalars)

/// Whether a text counts in ten thousands. The same syllables stand in other words too: 기억 is memory.
private func hasMyriads(_ text: String) -> Bool {
  var before: Unicode.Scalar?
  for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
    if myriads.contains(scalar), let before, digit(before) != nil || numerals.contains(before) {
      return true
    }
    before = scalar
  }
  return false
}

/// Whether a number may well be written in words.
private func mayBeInWords(_ number: WrittenNumber) -> Bool {
  Int(number.value).map { $0 <= 100 } ?? false
}

/// A number in a text: its digits with `.` before its decimals, and no grouping.
private struct WrittenNumber {
  var value: String
  var written: String
  var span: Range<Int>
  var isTime: Bool
  var isPercent: Bool
  /// Whether it is the literal of a placeholder, which no language writes in words.
  var isPlaceholder = false
}

/// Whether a message has numbers that this check looks for.
func hasNumbers(_ entry: CatalogEntry) -> Bool {
  !numbers(in: entry).isEmpty || !numberedNames(in: entry).isEmpty
}

/// Names of Latin letters with digits that stand where the source has the same letters with others.
private func changedNames(_ context: TranslationContext) -> [Fault] {
  let known = numberedNames(in: context.source)
  guard !known.isEmpty else { return [] }
  let found = numberedNames(in: context.target)
  let texts = (Set(known.map(\.text)), Set(found.map(\.text)))
  return found.compactMap { name in
    guard !texts.0.contains(name.text),
      let other = known.first(where: { $0.shape == name.shape && !texts.1.contains($0.text) })
    else { return nil }
    return Fault(
      "`\(name.written)` stands where the source has `\(other.written)`", at: name.span,
      help: "the source has `\(other.written)`")
  }
}

/// A name of Latin letters and digits: IPv6, H2O.
private struct NumberedName {
  var written: String
  /// In lower case.
  var text: String
  /// The same with `#` for each digit.
  var shape: String
  var span: Range<Int>

  init?(_ bytes: ArraySlice<UInt8>, at span: Range<Int>) {
    guard let first = bytes.first, !Self.isDigit(first), bytes.contains(where: Self.isDigit) else {
      return nil
    }
    written = String(decoding: bytes, as: UTF8.self)
    text = written.lowercased()
    shape = String(
      decoding: text.utf8.map { Self.isDigit($0) ? UInt8(ascii: "#") : $0 }, as: UTF8.self)
    self.span = span
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func mayHold(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

private func numberedNames(in entry: CatalogEntry) -> [NumberedName] {
  var names: [NumberedName] = []
  entry.forEachText { text in
    let bytes = Array(text.value.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { !NumberedName.mayHold($0) } ?? bytes.count
      // A letter with an accent belongs to the word, of which the rest is no name.
      let isWhole =
        (start == 0 || bytes[start - 1] < 0x80) && (end == bytes.count || bytes[end] < 0x80)
      if end > start, isWhole,
        let name = NumberedName(bytes[start..<end], at: entry.span(of: start..<end, in: text))
      {
        names.append(name)
      }
      start = end + 1
    }
  }
  return names
}

private func numbers(in entry: CatalogEntry) -> [WrittenNumber] {
  var found: [WrittenNumber] = []
  entry.forEachText { text in
    for number in writtenNumbers(text.value) {
      var number = number
      number.span = entry.span(of: number.span, in: text)
      found.append(number)
    }
  }
  if let message = entry.parsed.message {
    for pattern in message.patterns {
      for case .expression(let expression) in pattern.elements {
        found += literalNumbers(expression)
      }
    }
  }
  return found
}

/// The number of a placeholder that holds one itself, or those of its date.
private func literalNumbers(_ expression: Expression) -> [WrittenNumber] {
  guard case .literal(let literal)? = expression.operand, let function = expression.function else {
    return []
  }
  switch function.name {
  case "date", "time", "datetime":
    return writtenNumbers(literal.value).map { number in
      var number = number
      number.span = literal.span.range
      return number
    }
  default:
    guard let number = writtenNumbers(literal.value).first, number.written == literal.value else {
      return []
    }
    let isPercent = function.name == "percent"
    return [
      WrittenNumber(
        value: isPercent ? timesHundred(number.value) : number.value, written: literal.value,
        span: literal.span.range, isTime: false, isPercent: isPercent, isPlaceholder: true)
    ]
  }
}

/// `0.83` as `83`.
private func timesHundred(_ value: String) -> String {
  let parts = value.split(separator: ".", omittingEmptySubsequences: false)
  let decimals = parts.count > 1 ? parts[1] : ""
  let whole =
    (parts.first ?? "") + decimals.prefix(2)
    + String(repeating: "0", count: max(0, 2 - decimals.count))
  let digits = whole.drop { $0 == "0" }
  let rest = decimals.dropFirst(2)
  return (digits.isEmpty ? "0" : String(digits)) + (rest.isEmpty ? "" : "." + rest)
}

private func writtenNumbers(_ text: String) -> [WrittenNumber] {
  let scalars = Array(PlacedScalars(text))
  var numbers: [WrittenNumber] = []
  var index = 0
  while index < scalars.count {
    guard digit(scalars[index].scalar) != nil else {
      index += 1
      continue
    }
    let start = index
    var groups: [(digits: String, separator: Unicode.Scalar?)] = [("", nil)]
    while index < scalars.count {
      if let value = digit(scalars[index].scalar) {
        groups[groups.count - 1].digits += String(value)
        index += 1
      } else if isSeparator(scalars[index].scalar), index + 1 < scalars.count,
        digit(scalars[index + 1].scalar) != nil
      {
        // A space parts groups of three only.
        if scalars[index].scalar.properties.isWhitespace, !threeDigits(scalars, index + 1) { break }
        groups.append(("", scalars[index].scalar))
        index += 1
      } else {
        break
      }
    }
    let span = scalars[start].bytes.lowerBound..<scalars[index - 1].bytes.upperBound
    let isTime =
      (start > 0 && scalars[start - 1].scalar == ":")
      || (index < scalars.count && scalars[index].scalar == ":")
    // A number that is part of a word (H2O, COVID19) is none.
    if start > 0, LetterScript(scalars[start - 1].scalar) == .latin { continue }
    let written = String(decoding: Array(text.utf8)[span], as: UTF8.self)
    let next = scalars[index...].first { !$0.scalar.properties.isWhitespace }?.scalar
    numbers.append(
      WrittenNumber(
        value: value(of: groups), written: written, span: span, isTime: isTime,
        isPercent: next == "%" || next == "٪"))
  }
  return numbers
}

private func digit(_ scalar: Unicode.Scalar) -> Int? {
  if scalar.isASCII {
    return (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil
  }
  guard scalar.properties.generalCategory == .decimalNumber,
    let value = scalar.properties.numericValue
  else { return nil }
  return Int(value)
}

private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2C, 0x2E, 0x27, 0x2019, 0xA0, 0x202F, 0x2009, 0x20, 0x66B, 0x66C: true
  default: false
  }
}

private func threeDigits(_ scalars: [(scalar: Unicode.Scalar, bytes: Range<Int>)], _ start: Int)
  -> Bool
{
  guard start + 2 < scalars.count else { return false }
  return (start...start + 2).allSatisfy { digit(scalars[$0].scalar) != nil }
    && !(start + 3 < scalars.count && digit(scalars[start + 3].scalar) != nil)
}

/// The number that groups of digits make: the last separator parts decimals unless three digits
/// follow it, or it has been there before.
private func value(of groups: [(digits: String, separator: Unicode.Scalar?)]) -> String {
  guard groups.count > 1, let last = groups.last, let separator = last.separator else {
    return groups.first?.digits ?? ""
  }
  let isRepeated = groups.dropLast().contains { $0.separator == separator }
  let isArabicDecimal = separator.value == 0x66B
  if last.digits.count != 3 || isArabicDecimal, !isRepeated {
    let whole = groups.dropLast().map(\.digits).joined()
    let decimals = last.digits.reversed().drop { $0 == "0" }.reversed()
    return decimals.isEmpty ? whole : whole + "." + String(decimals)
  }
  return groups.map(\.digits).joined()
}
