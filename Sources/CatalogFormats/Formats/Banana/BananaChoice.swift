import LocaleServices

/// `{{PLURAL:$1|…|…}}` or `{{GENDER:$1|…|…}}` in a text, by places in its bytes.
struct BananaChoice {
  var isPlural: Bool
  var variable: String
  var range: Range<Int>
  private var forms: [Range<Int>]
  private var exact: [(number: Int, range: Range<Int>)] = []

  static func all(in text: String) -> [BananaChoice] {
    let bytes = Array(text.utf8)
    var choices: [BananaChoice] = []
    var offset = 0
    while offset + 1 < bytes.count {
      if bytes[offset] == UInt8(ascii: "{"), bytes[offset + 1] == UInt8(ascii: "{"),
        let choice = BananaChoice(bytes, offset)
      {
        choices.append(choice)
        offset = choice.range.upperBound
      } else {
        offset += 1
      }
    }
    return choices
  }

  private init?(_ bytes: [UInt8], _ start: Int) {
    var offset = start + 2
    var depth = 0
    var parts: [Range<Int>] = []
    var partStart = offset
    var end: Int?
    while offset < bytes.count {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if bytes[offset] == next, next == UInt8(ascii: "{") || next == UInt8(ascii: "[") {
        depth += 1
        offset += 2
      } else if bytes[offset] == next, next == UInt8(ascii: "}") || next == UInt8(ascii: "]") {
        if depth == 0 {
          end = offset
          break
        }
        depth -= 1
        offset += 2
      } else {
        if bytes[offset] == UInt8(ascii: "|"), depth == 0 {
          parts.append(partStart..<offset)
          partStart = offset + 1
        }
        offset += 1
      }
    }
    guard let end, let head = parts.first else { return nil }
    parts.append(partStart..<end)
    let name = String(decoding: bytes[head], as: UTF8.self).split(separator: ":").map(String.init)
    guard name.count == 2, ["PLURAL", "GENDER"].contains(name[0].trimmed.uppercased()) else {
      return nil
    }
    let argument = name[1].trimmed
    guard argument.hasPrefix("$"), let number = Int(argument.dropFirst()), number > 0 else {
      return nil
    }
    isPlural = name[0].trimmed.uppercased() == "PLURAL"
    variable = "arg\(number)"
    range = start..<end + 2
    forms = []
    for part in parts.dropFirst() {
      if isPlural, let equals = bytes[part].firstIndex(of: UInt8(ascii: "=")),
        let value = Int(String(decoding: bytes[part.lowerBound..<equals], as: UTF8.self))
      {
        exact.append((value, equals + 1..<part.upperBound))
      } else {
        forms.append(part)
      }
    }
    guard !forms.isEmpty || !exact.isEmpty else { return nil }
  }

  /// The keys and the places of the branches; the last form stands for all that have none.
  func branches(_ categories: [PluralCategory]) -> [(key: String, range: Range<Int>)] {
    var branches: [(key: String, range: Range<Int>)] = []
    let fallback = forms.last ?? exact.last?.range ?? range
    if isPlural {
      var seen: Set<Int> = []
      for (number, range) in exact where seen.insert(number).inserted {
        branches.append((String(number), range))
      }
      for (index, category) in categories.enumerated() where category != .other {
        branches.append((category.rawValue, index < forms.count ? forms[index] : fallback))
      }
      let other = categories.count - 1
      branches.append(("*", other < forms.count ? forms[other] : fallback))
    } else {
      // The third form is for those who did not say; without it the first one is.
      if let first = forms.first { branches.append(("male", first)) }
      if forms.count > 1 { branches.append(("female", forms[1])) }
      branches.append(("*", forms.count > 2 ? forms[2] : forms.first ?? fallback))
    }
    return branches
  }
}
