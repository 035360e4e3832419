import Diagnostics

/// The `Plural-Forms` of a gettext file: how many forms there are, and which one a number takes.
///
///     PluralForms("nplurals=2; plural=(n != 1);")?.form(of: 5)  // 1
///
/// The expression is C's, and is parsed by a grammar with limits and evaluated with checks; it is
/// never run as code. A number that it cannot be evaluated for (a division by zero) has no form.
struct PluralForms {
  static let longest = 2_048
  static let deepest = 64
  static let mostForms = 10

  let count: Int
  private let expression: PluralExpression

  init?(_ text: some StringProtocol) {
    guard text.utf8.count <= Self.longest else { return nil }
    var count: Int?
    var expression: PluralExpression?
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      switch String(pair[0]).trimmed {
      case "nplurals": count = Int(String(pair[1]).trimmed)
      case "plural":
        var parser = PluralExpressionParser(Array(pair[1].utf8))
        expression = parser.parse()
      default: continue
      }
    }
    guard let count, let expression, (1...Self.mostForms).contains(count) else { return nil }
    self.count = count
    self.expression = expression
  }

  func form(of number: UInt64) -> Int? {
    guard let value = expression.value(number), value < UInt64(count) else { return nil }
    return Int(value)
  }
}

/// An expression of C over `n`.
indirect enum PluralExpression {
  case number(UInt64)
  case n
  case not(PluralExpression)
  case binary(Operator, PluralExpression, PluralExpression)
  case choice(PluralExpression, PluralExpression, PluralExpression)

  enum Operator: String {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"
  }

  func value(_ n: UInt64) -> UInt64? {
    switch self {
    case .number(let number): return number
    case .n: return n
    case .not(let operand): return operand.value(n).map { $0 == 0 ? 1 : 0 }
    case .choice(let condition, let yes, let no):
      guard let chosen = condition.value(n) else { return nil }
      return chosen != 0 ? yes.value(n) : no.value(n)
    case .binary(let symbol, let left, let right):
      guard let first = left.value(n) else { return nil }
      if symbol == .and, first == 0 { return 0 }
      if symbol == .or, first != 0 { return 1 }
      guard let second = right.value(n) else { return nil }
      return Self.value(symbol, first, second)
    }
  }

  private static func value(_ symbol: Operator, _ left: UInt64, _ right: UInt64) -> UInt64? {
    switch symbol {
    case .and, .or: right != 0 ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .unequal: left != right ? 1 : 0
    case .less: left < right ? 1 : 0
    case .greater: left > right ? 1 : 0
    case .atMost: left <= right ? 1 : 0
    case .atLeast: left >= right ? 1 : 0
    case .plus: left &+ right
    case .minus: left &- right
    case .times: left &* right
    case .divided: right == 0 ? nil : left / right
    case .remainder: right == 0 ? nil : left % right
    }
  }
}

/// Reads an expression by precedence, at most `PluralForms.deepest` deep.
struct PluralExpressionParser {
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0
  private static let levels: [[PluralExpression.Operator]] = [
    [.or], [.and], [.equal, .unequal], [.atMost, .atLeast, .less, .greater], [.plus, .minus],
    [.times, .divided, .remainder],
  ]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func parse() -> PluralExpression? {
    guard let expression = choice() else { return nil }
    skipSpace()
    return offset == bytes.count ? expression : nil
  }

  private mutating func choice() -> PluralExpression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PluralForms.deepest, let condition = binary(0) else { return nil }
    guard take("?") else { return condition }
    guard let yes = choice(), take(":"), let no = choice() else { return nil }
    return .choice(condition, yes, no)
  }

  private mutating func binary(_ level: Int) -> PluralExpression? {
    guard level < Self.levels.count else { return unary() }
    guard var left = binary(level + 1) else { return nil }
    // A chain nests to the left: it is as deep as it is long.
    var length = 0
    while let symbol = Self.levels[level].first(where: { take($0.rawValue) }) {
      length += 1
      guard length <= 256, let right = binary(level + 1) else { return nil }
      left = .binary(symbol, left, right)
    }
    return left
  }

  private mutating func unary() -> PluralExpression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PluralForms.deepest else { return nil }
    if take("!") { return unary().map { .not($0) } }
    if take("(") {
      guard let inner = choice(), take(")") else { return nil }
      return inner
    }
    if take("n") { return .n }
    skipSpace()
    let start = offset
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
    return UInt64(String(decoding: bytes[start..<offset], as: UTF8.self)).map { .number($0) }
  }

  private mutating func take(_ text: String) -> Bool {
    skipSpace()
    guard bytes[offset...].starts(with: text.utf8) else { return false }
    offset += text.utf8.count
    return true
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
  }
}
