import LocaleIdentifiers
import Testing

@testable import LocaleServices

/// What is written without ICU must be what ICU writes.
struct NativeNumberWriterTests {
  static let options: [NumberFormatOptions] = {
    var grouped = NumberFormatOptions()
    grouped.grouping = .always
    var ungrouped = NumberFormatOptions()
    ungrouped.grouping = .never
    var wide = NumberFormatOptions()
    wide.minimumFractionDigits = 2
    wide.maximumFractionDigits = 7
    var percent = NumberFormatOptions(style: .percent)
    percent.maximumFractionDigits = 2
    var accounting = NumberFormatOptions(style: .currency("EUR"))
    accounting.currencySign = .accounting
    accounting.currencyDisplay = .narrowSymbol
    var code = NumberFormatOptions(style: .currency("USD"))
    code.currencyDisplay = .code
    return [
      NumberFormatOptions(), grouped, ungrouped, wide, NumberFormatOptions(style: .percent),
      percent, NumberFormatOptions(style: .currency("EUR")),
      NumberFormatOptions(style: .currency("JPY")), accounting, code,
    ]
  }()

  /// 2 200 numbers for each of 10 formats in each of 47 locales: over a million.
  @Test(arguments: SiteLocales.all)
  func `a number is written as ICU writes it`(locale: LocaleIdentifier) throws {
    var random = RandomNumbers(seed: 20_261_122)
    for options in Self.options {
      let format = try NumberFormat(locale: locale, options: options)
      #expect(format.native != nil, "\(locale) \(options.skeleton)")
      for _ in 0..<2_200 {
        let number = random.number()
        let text = format.format(number)
        let truth = format.icu.format(number)
        if text != truth {
          Issue.record("\(locale) \(options.skeleton) \(number): \(text) is not \(truth)")
          return
        }
      }
    }
  }

  @Test func `what is out of the ordinary is left to ICU`() throws {
    var significant = NumberFormatOptions()
    significant.maximumSignificantDigits = 3
    #expect(try NumberFormat(locale: "en", options: significant).native == nil)
    let names = try NumberFormat(locale: "en", options: NumberFormatOptions(style: .unit("meter")))
    #expect(names.native == nil)
    let plain = try NumberFormat(locale: "en")
    #expect(plain.format(.double(-0.0)) == "-0")
    #expect(plain.format(.double(1e300)).hasPrefix("1,000,000"))
    #expect(plain.format(.double(0.1 + 0.2)) == "0.3")
    #expect(plain.format(.integer(.min)) == "-9,223,372,036,854,775,808")
  }
}

/// Numbers of every size, the same on each run.
struct RandomNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number() -> NumericValue {
    let bits = next()
    let size = Int(next() % 63)
    let whole = Int(bits >> UInt64(size + 1))
    let sign = next() % 3 == 0 ? -1 : 1
    switch next() % 5 {
    case 0: return .integer(sign * whole)
    case 1: return .integer(sign * (whole % 10_000))
    case 2: return .double(Double(sign * (whole % 100_000_000)) / 1000)
    case 3: return .double(Double(sign) * Double(bitPattern: 0x3F00_0000_0000_0000 | bits >> 10))
    default:
      let digits = String(whole % 1_000_000_000_000)
      return .decimal(
        ExactDecimal((sign < 0 ? "-" : "") + digits + "." + String(next() % 100_000))
          ?? ExactDecimal(0))
    }
  }
}
