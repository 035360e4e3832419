import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax

/// Formats a message and what it was converted to with the real formatters, over values that reach
/// every branch, and compares the texts.
///
/// Four things are not compared, because MessageFormat 2 means them differently by itself and its
/// own way is what a reader of the language expects:
/// - ICU MessageFormat 1 groups the digits of every number from a thousand on; MessageFormat 2 groups
///   as the language does, which in Spanish or Polish begins at 10 000. So no value lies between.
/// - MessageFormat 1 rounds halves to even, MessageFormat 2 away from zero, wherever no option of the
///   source's says how. So no value has more digits than are shown.
/// - An argument without a type that is a date: MessageFormat 1 shows it in its short form,
///   MessageFormat 2 in its medium one, and neither message says that it is a date.
/// - Conversions that say themselves that they are inexact.
struct ConversionProof {
  let context: MessageFormatContext
  private(set) var compared = 0
  private(set) var differences: [String] = []

  init(locale: LocaleIdentifier) {
    context = MessageFormatContext(locale: locale, timeZone: "GMT")
  }

  /// Values that reach every category of every language: small and large integers, and, where all
  /// numbers are shown in full, fractions.
  static func numbers(withFractions: Bool) -> [Argument] {
    let integers: [Argument] = [
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 17, 20, 21, 22, 30, 80, 100, 101, 102, 103, 111,
      1_000_000, 2_000_000, -1,
    ]
    return withFractions ? integers + [0.5, 1.5, 2.5, 10.25, 0.1] : integers
  }

  /// - Parameter renamed: The names in the message of MessageFormat 2, by those in that of ICU.
  mutating func compare(
    _ icu: ICUMessage, _ message: Message, renamed: [String: String],
    _ note: @autoclosure () -> String
  ) {
    guard
      let formatter = try? MessageFormatter(
        message, context: context, bidiIsolation: .none)
    else {
      differences.append("\(note()): the result cannot be formatted")
      return
    }
    let source = ICUMessageFormatter(icu, context: context)
    for arguments in icu.argumentValues(renamed: renamed) {
      var failures = 0
      let expected = source.format(arguments.values) { _ in failures += 1 }
      let text = formatter.format(arguments.renamed)
      // An argument of the wrong kind is shown by its name, which each syntax writes in its own way.
      guard failures == 0 else { continue }
      compared += 1
      if text != expected {
        differences.append(
          "\(context.locale) \(note()) \(arguments.values.filter { $0.key != "d" }):"
            + " \(expected.debugDescription) became \(text.debugDescription)")
        return
      }
    }
  }
}

/// The values of a message's arguments, by their name in the source and in the result.
struct ConversionArguments {
  var values: [String: Argument] = [:]
  var renamed: [String: Argument] = [:]
}

/// What a message's arguments are used for.
struct ConversionRoles {
  var numbers: [String] = []
  var dates: [String] = []
  var texts: [String] = []
  var keys: [String: [String]] = [:]
  var exact: Set<Double> = []
  /// Whether a number may be shown with fewer digits than it has.
  var rounds = false
  /// Whether a number may be shown a hundredfold.
  var multiplies = false

  mutating func collect(_ message: ICUMessage) {
    for element in message.elements {
      switch element {
      case .text, .number: break
      case .tag(let tag): if let content = tag.content { collect(content) }
      case .argument(let argument): collect(argument)
      }
    }
  }

  private mutating func collect(_ argument: ICUArgument) {
    func add(_ list: inout [String]) {
      if !list.contains(argument.name) { list.append(argument.name) }
    }
    switch argument.kind {
    case .plain: add(&texts)
    case .number(let style):
      add(&numbers)
      if style != .standard { rounds = true }
      if "\(style)".contains("percent") { multiplies = true }
    case .spellout, .ordinal, .duration:
      add(&numbers)
      rounds = true
    case .date, .time: add(&dates)
    case .choice(let branches):
      add(&numbers)
      for branch in branches { collect(branch.message) }
    case .plural(let plural):
      add(&numbers)
      for branch in plural.branches {
        if case .exact(let number) = branch.selector { exact.insert(number.value) }
        collect(branch.message)
      }
    case .select(let branches):
      keys[argument.name, default: []] += branches.map(\.key)
      for branch in branches { collect(branch.message) }
    }
  }
}

extension ICUMessage {
  /// Values for all arguments, so that each branch is reached: every number with every key of the
  /// selects, several plurals in step and out of step.
  func argumentValues(renamed: [String: String] = [:]) -> [ConversionArguments] {
    var roles = ConversionRoles()
    roles.collect(self)
    var numbers = ConversionProof.numbers(withFractions: !roles.rounds)
    numbers += roles.exact.sorted().filter { $0.rounded() == $0 && abs($0) < 1_000 }.map {
      Argument.integer(Int($0))
    }
    if roles.multiplies {
      numbers.removeAll { if case .integer(10..<100) = $0 { true } else { false } }
    }
    guard roles.dates.allSatisfy({ !roles.texts.contains($0) }) else { return [] }
    let widest = roles.keys.values.map(\.count).max() ?? 0
    var result: [ConversionArguments] = []
    let rounds = roles.numbers.isEmpty ? max(1, widest) : numbers.count
    for step in 0..<rounds {
      for turn in 0..<max(1, min(widest, 4)) {
        var values: [String: Argument] = [:]
        for (index, name) in roles.numbers.enumerated() {
          values[name] = numbers[(step + index * (turn + 1) * 5) % numbers.count]
        }
        for (index, (name, keys)) in roles.keys.sorted(by: { $0.key < $1.key }).enumerated() {
          values[name] = .string(keys[(step + turn + index) % keys.count])
        }
        for name in roles.dates where values[name] == nil {
          values[name] = .date(
            DateValue(epochMilliseconds: 1_136_214_245_000 + Int64(step) * 86_400_000_00))
        }
        for name in roles.texts where values[name] == nil { values[name] = "text" }
        let other = Dictionary(
          uniqueKeysWithValues: values.map { (renamed[$0.key] ?? $0.key, $0.value) })
        result.append(ConversionArguments(values: values, renamed: other))
      }
    }
    return result
  }
}
