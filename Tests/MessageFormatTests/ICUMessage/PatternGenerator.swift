/// Makes up patterns of ICU MessageFormat 1, well formed or damaged, and the pieces they are made of.
struct PatternGenerator {
  var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  /// A well-formed pattern, as far as the pieces are; it holds the arguments `n` and `m` (numbers),
  /// `s` and `t` (texts), `d` (a date) and sometimes others.
  mutating func pattern() -> String { message(depth: 0, inPlural: false) }

  /// A pattern with one to three characters taken out, put in or changed.
  mutating func damaged(_ pattern: String) -> String {
    var scalars = Array(pattern.unicodeScalars)
    for _ in 0..<random.number(1...3) {
      let place = random.number(0...scalars.count)
      let scalar = random.one(of: Self.alphabet)
      switch random.number(0...3) {
      case 0: scalars.insert(scalar, at: place)
      case 1 where place < scalars.count: scalars[place] = scalar
      case 2 where place < scalars.count: scalars.remove(at: place)
      default:
        let end = min(scalars.count, place + random.number(0...6))
        scalars.insert(contentsOf: scalars[place..<end], at: place)
      }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private static let alphabet = Array(
    "{}{}''#|,,:=<>≤ \t\n01925.-+eE%ab_zé漢∞\u{200E}\u{2028}\u{85}\u{A0}\u{1F600}".unicodeScalars)

  mutating func message(depth: Int, inPlural: Bool) -> String {
    var text = ""
    for _ in 0..<random.number(depth == 0 ? 1...4 : 0...3) {
      if random.once(in: 2) {
        text += literal()
      } else if inPlural, random.once(in: 2) {
        text += "#"
      } else {
        text += argument(depth: depth)
      }
    }
    return text
  }

  private mutating func literal() -> String {
    random.one(of: [
      "a ", "text", " ", "l'homme", "it''s", "'{'", "'{a''b}'", "'#'", "#", "|", "'|'", "'", "<b>",
      "</b>", "é", "漢字", "مرحبا", "\u{1F468}\u{200D}\u{1F469}", "\u{202E}", "%", "::", "\n", "\\",
      "'}'", "''", "'a", "${x}", "\"", "''''",
    ])
  }
}

extension PatternGenerator {
  private mutating func space() -> String {
    random.once(in: 4) ? random.one(of: ["", "  ", "\t", "\n", "\u{200E}", "\u{2029} "]) : " "
  }

  private mutating func number() -> String {
    random.once(in: 12)
      ? random.one(of: ["0", "1", "7", "é_1", "missing"])
      : ["n", "m"][
        random.number(0...1)]
  }

  mutating func argument(depth: Int) -> String {
    let kinds = depth < 3 ? 14 : 8
    switch random.number(1...kinds) {
    case 1: return "{" + random.one(of: ["n", "s", "t", " n ", "m", "0", "missing", "d"]) + "}"
    case 2, 3: return "{\(number()),\(space())number" + optional(numberStyle()) + "}"
    case 4: return "{d,\(space())date" + optional(dateStyle(isTime: false)) + "}"
    case 5: return "{d,\(space())time" + optional(dateStyle(isTime: true)) + "}"
    case 6: return "{\(number()), " + ruleBased() + "}"
    case 7: return "{" + random.one(of: ["s", "t"]) + "}"
    case 8: return depth < 3 ? choice(depth: depth) : "{n}"
    case 9, 10: return select(depth: depth)
    default: return plural(depth: depth)
    }
  }

  private mutating func optional(_ style: String) -> String {
    style.isEmpty ? "" : "," + space() + style
  }

  private mutating func ruleBased() -> String {
    random.one(of: [
      "spellout", "ordinal", "duration", "spellout, %spellout-numbering",
      "spellout,%spellout-ordinal",
      "ordinal,%digits-ordinal", "duration,%with-words", "duration, %in-numerals",
      "spellout, %none",
    ])
  }

  private mutating func choice(depth: Int) -> String {
    var text = "{\(number()), choice, "
    var limit = random.number(-2...1)
    for index in 0..<random.number(1...3) {
      if index > 0 { text += "|" }
      text += index == 0 && random.once(in: 3) ? "-∞" : "\(limit)"
      limit += random.number(0...3)
      text += random.one(of: ["#", "<", "≤"]) + message(depth: depth + 1, inPlural: false)
    }
    return text + "}"
  }

  private mutating func select(depth: Int) -> String {
    var text = "{" + random.one(of: ["s", "s", "t", "n"]) + ",\(space())select,"
    for key in ["a", "b", "X", "é", "1", "other"] where key == "other" || random.once(in: 3) {
      text += space() + key + space() + "{" + message(depth: depth + 1, inPlural: false) + "}"
    }
    return text + "}"
  }

  private mutating func plural(depth: Int) -> String {
    var text =
      "{\(number()),\(space())" + random.one(of: ["plural", "plural", "selectordinal"]) + ","
    if random.once(in: 4) {
      text += " offset:" + random.one(of: ["1", "2", "0", "-1", "10", "0.5", " 3"])
    }
    let selectors = [
      "=0", "=1", "=2", "=1.5", "=-1", "zero", "one", "two", "few", "many", "others", "other",
    ]
    let limit = random.number(2...5)
    for selector in selectors where selector == "other" || random.once(in: limit) {
      text += space() + selector + " {" + message(depth: depth + 1, inPlural: true) + "}"
    }
    return text + "}"
  }
}

extension PatternGenerator {
  private mutating func numberStyle() -> String {
    switch random.number(0...9) {
    case 0, 1: return ""
    case 2: return "integer"
    case 3: return "percent"
    case 4: return "currency"
    case 5, 6: return numberPattern()
    default: return "::" + numberSkeleton()
    }
  }

  private mutating func numberPattern() -> String {
    let whole = random.one(of: ["#,##0", "0", "000", "#", "#,##,##0", "##0", "#,#"])
    let fraction = random.one(of: ["", "", ".0", ".00", ".##", ".0##", ".#"])
    let prefix = random.one(of: ["", "", "", "+", "¤", "¤¤ ", "'a'", "("])
    let suffix = random.one(of: ["", "", "", "%", "‰", "E0", "E00", "x", "; -#"])
    return prefix + whole + fraction + suffix
  }

  /// One to three tokens of a number skeleton.
  mutating func numberSkeleton() -> String {
    var tokens: [String] = []
    for _ in 0..<random.number(1...3) {
      switch random.number(0...6) {
      case 0, 1:
        tokens.append(
          random.one(of: [
            "currency/EUR", "currency/usd", "currency/XXQ", "percent", "%", "%x100",
            "percent scale/100", "permille", "base-unit", "measure-unit/length-meter",
            "unit/kilometer-per-hour", "unit/liter", "measure-unit/mass-kilogram", "currency/US",
          ]))
      case 2:
        tokens.append(
          random.one(of: [
            ".", ".0", ".00", ".##", ".0#", ".00/w", "@@", "@@#", "@@@/w", "@@+", ".00+", ".+",
            "precision-increment/0.05", "precision-increment/50", "precision-currency-standard",
            "precision-currency-cash", "precision-unlimited", ".00/@@", ".##/@@@+",
            "precision-integer",
          ]))
      case 3:
        tokens.append(
          random.one(of: [
            "sign-always", "+!", "sign-never", "sign-except-zero", "sign-accounting", "()",
            "sign-accounting-always", "sign-negative", "+-", "sign-auto",
          ]))
      case 4:
        tokens.append(
          random.one(of: [
            "group-off", ",_", "group-min2", ",?", "group-auto", "group-on-aligned", ",!",
            "group-thousands",
          ]))
      case 5:
        tokens.append(
          random.one(of: [
            "unit-width-narrow", "unit-width-short", "unit-width-full-name", "unit-width-iso-code",
            "unit-width-hidden", "rounding-mode-ceiling", "rounding-mode-floor",
            "rounding-mode-half-up", "rounding-mode-down", "rounding-mode-half-even",
          ]))
      default:
        tokens.append(
          random.one(of: [
            "compact-short", "K", "compact-long", "KK", "scientific", "E0", "engineering", "EE+!0",
            "integer-width/+00", "000", "integer-width/##0", "integer-width-trunc", "scale/0.5",
            "scale/1000", "latin", "numbering-system/arab", "decimal-always", "decimal-auto",
          ]))
      }
    }
    return tokens.joined(separator: random.once(in: 8) ? "  " : " ")
  }

  private mutating func dateStyle(isTime: Bool) -> String {
    switch random.number(0...6) {
    case 0: return ""
    case 1, 2: return random.one(of: ["short", "medium", "long", "full"])
    case 3, 4: return "::" + dateSkeleton(isTime: isTime)
    default:
      return random.one(of: [
        "d. MMMM y", "yyyy-MM-dd", "dd/MM/yy", "EEE, d MMM", "HH:mm:ss", "h:mm a", "G y",
        "'am' d.M.", "LLLL", "w", "D", "HH 'o''clock'", "SSS", "Q", "EEEEE", "cccc", "B h", "k:K",
      ])
    }
  }

  private mutating func dateSkeleton(isTime: Bool) -> String {
    random.one(
      of: isTime
        ? ["j", "jm", "jms", "jmm", "Hm", "hm", "ms", "jmsSSS", "Hms", "Bh", "C"]
        : [
          "yMMMd", "yMMMMd", "yMd", "MMMd", "Md", "yMMMEEEEd", "EEEE", "d", "y", "yQQQ", "yMMM",
          "M",
          "MMMM", "GyMMMd", "yw", "Ed", "yMMMdjm", "dMMMM",
        ])
  }
}
