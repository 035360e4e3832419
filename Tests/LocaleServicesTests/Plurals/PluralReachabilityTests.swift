import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct PluralReachabilityTests {
  /// What was measured on ICU 72: the categories that only numbers from a million up reach, those that
  /// only fractions reach, and whether `one` is exactly the number 1.
  struct Row: Sendable {
    var locales: [LocaleIdentifier]
    var large: [PluralCategory] = []
    var fractions: [PluralCategory] = []
    var oneIsOne: Bool
  }

  static let rows: [Row] = [
    Row(locales: ["id", "ja", "ko", "ms", "th", "vi", "zh-Hans", "zh-Hant"], oneIsOne: false),
    Row(
      locales: ["bg", "de", "el", "en", "et", "fi", "hu", "nb", "nl", "sv", "sw", "ta", "ur"],
      oneIsOne: true),
    Row(locales: ["da", "bn", "hi", "is", "fil"], oneIsOne: false),
    Row(locales: ["ca", "es", "it", "pt-PT"], large: [.many], oneIsOne: true),
    Row(locales: ["fr", "pt"], large: [.many], oneIsOne: false),
    Row(locales: ["ro", "ar", "cy"], oneIsOne: true),
    Row(locales: ["cs", "sk"], fractions: [.many], oneIsOne: true),
    Row(locales: ["pl"], fractions: [.other], oneIsOne: true),
    Row(locales: ["ru", "uk"], fractions: [.other], oneIsOne: false),
    Row(locales: ["lt"], fractions: [.many], oneIsOne: false),
    Row(locales: ["lv", "hr", "sr", "sl"], oneIsOne: false),
  ]

  @Test(arguments: rows)
  func `categories are reached as measured`(row: Row) throws {
    for locale in row.locales {
      let all = try PluralRules(locale: locale).reachabilities()
      #expect(all.filter { $0.reach == .largeIntegers }.map(\.category) == row.large, "\(locale)")
      #expect(all.filter { $0.reach == .fractions }.map(\.category) == row.fractions, "\(locale)")
      #expect(all.allSatisfy { $0.reach != .never && !$0.samples.isEmpty }, "\(locale)")
      let one = all.first { $0.category == .one }
      #expect((one?.singleValue == 1) == row.oneIsOne, "\(locale)")
    }
  }

  @Test func `a category that the language does not have is never reached`() throws {
    let few = try PluralRules(locale: "en").reachability(of: .few)
    #expect(few.reach == .never)
    #expect(few.samples.isEmpty)
  }

  @Test func `danish one is a single integer but not a single value`() throws {
    let one = try PluralRules(locale: "da").reachability(of: .one)
    #expect(one.singleInteger == 1)
    #expect(one.singleValue == nil)
  }

  @Test func `welsh counts zero, two, three and six by themselves`() throws {
    let rules = try PluralRules(locale: "cy")
    let values = [PluralCategory.zero, .two, .few, .many].map {
      rules.reachability(of: $0).singleValue
    }
    #expect(values == [0, 2, 3, 6])
  }

  @Test func `samples are the smallest numbers of the category`() throws {
    let rules = try PluralRules(locale: "pl")
    #expect(rules.reachability(of: .few).integers == [2, 3, 4, 22, 23])
    #expect(rules.reachability(of: .other).samples.first == "0.5")
    #expect(try PluralRules(locale: "fr").reachability(of: .many).integers.first == 1_000_000)
    #expect(
      try PluralRules(locale: "it", type: .ordinal).reachability(of: .many).integers == [
        8, 11, 80, 800,
      ])
  }
}
