/// The names of a message's arguments in the other syntax, each different from all others.
struct ArgumentNames {
  private var names: [String: String] = [:]
  private var taken: Set<String> = []

  /// The names that had to be changed, by their old one.
  var renamed: [String: String] { names.filter { $0.key != $0.value } }

  func name(for argument: String) -> String { names[argument] ?? argument }

  /// Gives an argument of ICU MessageFormat 1 a name that MessageFormat 2 allows.
  mutating func add(_ argument: String) {
    guard names[argument] == nil else { return }
    var name = ""
    for scalar in NormalizedName.nfc(argument).unicodeScalars {
      name.unicodeScalars.append(Self.isNameCharacter(scalar) ? scalar : "_")
    }
    if Self.startsWrongly(name) { name = "arg" + name }
    names[argument] = unique(name)
  }

  /// Gives a variable of MessageFormat 2 a name that ICU MessageFormat 1 allows.
  mutating func addForICU(_ variable: String) {
    guard names[variable] == nil else { return }
    var name = ""
    for scalar in variable.unicodeScalars {
      let isAllowed =
        !PatternCharacters.isSyntax(scalar.value) && !PatternCharacters.isWhiteSpace(scalar.value)
      name.unicodeScalars.append(isAllowed ? scalar : "_")
    }
    names[variable] = unique(name)
  }

  /// The name of a variable that is made from an argument's: `n_minus1`.
  ///
  /// No argument has it; it ends with as many `_` as that takes.
  func made(_ argument: String, _ suffix: String) -> String {
    var name = self.name(for: argument) + "_" + suffix
    while taken.contains(name) { name += "_" }
    return name
  }

  private mutating func unique(_ wanted: String) -> String {
    var name = wanted
    while !taken.insert(name).inserted { name += "_" }
    return name
  }

  /// Whether MessageFormat 2 takes a text as a name.
  static func isName(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(isNameCharacter) && !startsWrongly(text)
  }

  private static func startsWrongly(_ name: String) -> Bool {
    name.utf8.first.map { $0 < 0x80 && !NameCharacters.startsWithASCII($0) } ?? true
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    String(scalar).withUTF8Span { span in
      scalar.isASCII
        ? NameCharacters.containsASCII(UInt8(scalar.value))
        : NameCharacters.nonASCIILength(in: span, at: 0) > 0
    }
  }
}
