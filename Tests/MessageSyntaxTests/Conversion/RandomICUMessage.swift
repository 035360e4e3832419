import MessageSyntax

/// A sequence of numbers that looks random and is the same on every run.
struct Sequence: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// A message with nested and repeated plurals (of `a` and `b`) and selects (of `c`).
struct RandomICUMessage {
  private(set) var message = ICUMessage([])
  private var selections = 0

  init(random: inout Sequence) { message = make(depth: 0, inPlural: false, &random) }

  private mutating func make(
    depth: Int, inPlural: Bool, _ random: inout Sequence
  ) -> ICUMessage {
    var elements: [ICUMessageElement] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: elements.append(.argument(ICUArgument(name: "a")))
      case 1 where inPlural: elements.append(.number(.none))
      case 2, 3:
        guard depth < 3, selections < 5 else { continue }
        selections += 1
        elements.append(.argument(select(depth: depth, &random)))
      default:
        let text = "t\(Int.random(in: 0..<100, using: &random))"
        // Two texts side by side would read as one.
        if case .text? = elements.last { continue }
        elements.append(.text(Text(text)))
      }
    }
    return ICUMessage(elements)
  }

  private mutating func select(depth: Int, _ random: inout Sequence) -> ICUArgument {
    if Int.random(in: 0..<3, using: &random) == 0 {
      let keys = ["x", "y"].filter { _ in Bool.random(using: &random) } + ["other"]
      return ICUArgument(
        name: "c",
        kind: .select(
          keys.map { ICUSelectBranch($0, make(depth: depth + 1, inPlural: false, &random)) }))
    }
    var selectors: [ICUPluralBranch.Selector] = []
    for value in [0, 1, 2, 5] where Int.random(in: 0..<3, using: &random) == 0 {
      selectors.append(.exact(ICUNumber(value: Double(value), text: "\(value)")))
    }
    for keyword in ["one", "few"] where Bool.random(using: &random) {
      selectors.append(.keyword(keyword))
    }
    let offset = [0, 0, 0, 1, 2][Int.random(in: 0..<5, using: &random)]
    return ICUArgument(
      name: Bool.random(using: &random) ? "a" : "b",
      kind: .plural(
        ICUPlural(
          isOrdinal: Int.random(in: 0..<4, using: &random) == 0,
          offset: ICUNumber(value: Double(offset), text: "\(offset)"),
          branches: (selectors + [.keyword("other")]).map {
            ICUPluralBranch($0, make(depth: depth + 1, inPlural: true, &random))
          })))
  }
}
