import LocaleServices
import MessageFormat

/// A message of `shapes.json`, in the syntaxes that are compared here.
struct Shape: Decodable {
  var name: String
  var locale: String
  var icu: String
  var messageFormat2: String

  private enum CodingKeys: String, CodingKey {
    case name = "n"
    case locale = "loc"
    case icu = "mf1"
    case messageFormat2 = "mf2"
  }
}

/// The arguments that every shape gets, in thirty sets: those of the peer in C++.
enum ShapeArguments {
  static let count = 30

  static func set(_ index: Int) -> [String: Argument] {
    let counts = [0, 1, 2, 3, 5, 11, 21, 22, 100, 1234]
    let genders = ["male", "female", "other"]
    let day: Int64 = 86_400_000
    return [
      "name": "Anna", "count": .integer(counts[index % counts.count]),
      "gender": .string(genders[index % genders.count]), "amount": .number(1234.5 + Double(index)),
      "when": .date(DateValue(epochMilliseconds: 1_700_000_000_000 + Int64(index) * day)),
    ]
  }
}
