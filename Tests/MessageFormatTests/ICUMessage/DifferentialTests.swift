import Diagnostics
import FoundationEssentials
import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Testing

/// Made-up messages and arguments, read and formatted by ICU's own C++ `MessageFormat` and by ours.
///
/// `Scripts/differential COUNT` does this with as many messages as one likes.
///
/// Left out is where ICU 72 itself is at fault or its result is chance:
/// - Rules (`spellout`, `ordinal`, `duration`) of infinity and of the smallest fractions: for some
///   languages ICU crashes or does not end. Ours shows digits.
/// - Plurals of numbers from 10^15 on: ICU takes their last digits from the binary number, and keeps
///   18 digits of a number written per mille.
/// - Whole numbers of more than 32 bits as dates, which ICU refuses and ours takes.
/// - Plurals of fractions in scientific notation, whose negative exponent is `many` in French to ICU.
struct DifferentialTests {
  /// How many messages are made up, all locales together, and which.
  static let count = setting("LANGUE_DIFFERENTIAL_COUNT") ?? 3_000
  static let seed = setting("LANGUE_DIFFERENTIAL_SEED") ?? 1

  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test(arguments: ICUOracleTests.locales)
  func `a made-up message is read and formatted as ICU does`(locale: LocaleIdentifier) throws {
    let place = try #require(ICUOracleTests.locales.firstIndex(of: locale))
    var trial = DifferentialTrial(
      locale: locale, seed: UInt64(Self.seed * ICUOracleTests.locales.count + place))
    let count = Self.count / ICUOracleTests.locales.count + 1
    for _ in 0..<count { trial.run() }
    #expect(
      trial.differences.isEmpty,
      "\(locale) \(trial.differences.count): \(trial.differences.prefix(8).joined(separator: "\n"))"
    )
    // Most messages must get as far as that, and enough must be refused.
    #expect(trial.formatted > count / 2)
    #expect(trial.refused > count / 40)
  }
}

/// Compares one made-up message after the other.
struct DifferentialTrial {
  let locale: LocaleIdentifier
  private(set) var differences: [String] = []
  /// How often both gave a text, and how often both refused the message.
  private(set) var formatted = 0
  private(set) var refused = 0
  private var generator: PatternGenerator
  private let context: MessageFormatContext

  init(locale: LocaleIdentifier, seed: UInt64) {
    self.locale = locale
    generator = PatternGenerator(seed: seed)
    context = MessageFormatContext(locale: locale, timeZone: "GMT")
  }

  mutating func run() {
    var source = generator.pattern()
    if generator.random.once(in: 3) { source = generator.damaged(source) }
    let result = ICUMessageFormat.parse(source)
    let oracle = OracleMessage(source, locale: locale)
    guard let message = result.message, let oracle else {
      if result.message == nil, oracle == nil {
        refused += 1
      } else {
        let ours = result.diagnostics.first?.message ?? "accepted"
        differences.append("\(source.debugDescription): ICU \(oracle == nil), ours: \(ours)")
      }
      return
    }
    let formatter = ICUMessageFormatter(message, context: context)
    for _ in 0..<2 {
      let (arguments, moment) = generator.arguments()
      guard !Self.isLeftOut(source, arguments) else { continue }
      let expected = oracle.format(arguments, moments: ["d": moment])
      var all = arguments
      all["d"] = .date(DateValue(epochMilliseconds: moment))
      var hasFailed = false
      let text = formatter.format(all) { hasFailed = hasFailed || $0.kind == .badOperand }
      // Where ICU gives up, ours shows the argument's name and says so.
      if expected == (hasFailed ? nil : text) {
        formatted += 1
      } else {
        differences.append(
          "\(source.debugDescription) \(arguments) \(moment): \(text.debugDescription)"
            + " is not \(expected?.debugDescription ?? "a failure")")
      }
    }
  }
}

extension DifferentialTrial {
  private static func isLeftOut(_ source: String, _ arguments: [String: Argument]) -> Bool {
    let lower = source.lowercased()
    func says(_ words: String...) -> Bool { words.contains { lower.contains($0) } }
    let rules = says("spellout", "ordinal", "duration")
    let plurals = says("plural", "ordinal")
    let dates = says("date", "time")
    return arguments.values.contains { argument in
      if dates, case .integer(let whole) = argument, Int32(exactly: whole) == nil { return true }
      guard let number = argument.double?.magnitude, number != 0 else { return false }
      let isRuleless = rules && (number.isInfinite || number < 1e-9)
      return isRuleless || plurals && (number >= 1e15 || number < 1 && source.contains("E0"))
    }
  }
}

extension Argument {
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .decimal(let text): Double(text)
    case .string, .date, .list, .boolean: nil
    }
  }
}

extension PatternGenerator {
  /// Values for the arguments that patterns have, and the moment of the date `d`.
  mutating func arguments() -> ([String: Argument], moment: Int64) {
    var arguments: [String: Argument] = [
      "n": numericArgument(), "m": numericArgument(),
      "s": .string(random.one(of: ["a", "b", "X", "é", "1", "other", "", "שלום"])),
      "t": "text", "0": "zeroth", "1": numericArgument(), "é_1": 5,
    ]
    if random.once(in: 40) { arguments["n"] = "no number" }
    if random.once(in: 40) { arguments["s"] = 3 }
    let moment = Int64(random.number(-100_000_000...4_000_000_000)) * 1000
    return (arguments, moment + Int64(random.number(0...999)))
  }

  mutating func numericArgument() -> Argument {
    switch random.number(0...9) {
    case 0, 1, 2: return .integer(random.number(0...25))
    case 3: return .integer(random.number(-200...2_000))
    case 4:
      return .integer(
        random.one(of: [1_000_000, 2_000_000, 1_234_567, 10_000, .max, .min, -1, 100, 101]))
    case 5: return .number(Double(random.number(-40...400)) / 10)
    case 6: return .number(Double(random.number(0...12)))
    case 7: return .number(Double(random.number(-1_000_000...1_000_000)) / 997)
    case 8:
      return .number(
        random.one(of: [
          0.5, 1.5, 2.5, -0.0, 1e15, 1e17, 1e22, 1e-7, 0.12345678, 123456789.123, .infinity, .nan,
          -.infinity, 5e-324, 1e300,
        ]))
    default:
      return .decimal(
        random.one(of: [
          "0", "1", "1.0", "1.50", "-3", "12345678901234567890", "0.000000000000000000012345",
          "1234567890.0987654321", "100", "2.00",
        ]))
    }
  }
}
