// Complex messages: declarations, then a quoted pattern or a matcher.
extension MessageScanner {
  mutating func scanComplexMessage(_ source: Span<UInt8>) throws(SyntaxFault) {
    while true {
      _ = skipBlank(source)
      let start = position
      switch byte(source, start) {
      case UInt8(ascii: "."):
        if starts(source, with: ".input") {
          try scanInput(source, from: start)
        } else if starts(source, with: ".local") {
          try scanLocal(source, from: start)
        } else if starts(source, with: ".match") {
          try scanMatcher(source, from: start)
          return
        } else {
          throw SyntaxFault(.unknownKeyword, start..<keywordEnd(source, start))
        }
      case UInt8(ascii: "{") where byte(source, start + 1) == UInt8(ascii: "{"):
        position = start + 2
        try scanPattern(source, quoted: true)
        _ = skipBlank(source)
        if !isAtEnd(source) {
          throw SyntaxFault(.contentAfterBody, position..<source.count)
        }
        return
      default:
        if isAtEnd(source) { throw missingBody(source) }
        throw fault(.unexpectedInComplex, source, at: start)
      }
    }
  }

  private func missingBody(_ source: Span<UInt8>) -> SyntaxFault {
    // At the declaration after which the body should stand.
    let last = nodes.last { $0.kind == .input || $0.kind == .local }
    return SyntaxFault(.missingBody, last?.range ?? 0..<source.count)
  }

  private func starts(_ source: Span<UInt8>, with keyword: StaticString) -> Bool {
    let length = keyword.utf8CodeUnitCount
    guard position + length <= source.count else { return false }
    let same = keyword.withUTF8Buffer { expected in
      for offset in 0..<length where source[position + offset] != expected[offset] {
        return false
      }
      return true
    }
    // `.inputs` is another word.
    return same && nameCharacterLength(source, position + length) == 0
  }

  private func keywordEnd(_ source: Span<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    while case let length = nameCharacterLength(source, end), length > 0 { end += length }
    return end
  }

  private mutating func scanInput(
    _ source: Span<UInt8>, from start: Int
  ) throws(SyntaxFault) {
    let index = nodes.count
    nodes.append(SyntaxNode(.input, start, start))
    position = start + 6
    try scanDeclaredExpression(source, declaration: start..<(start + 6))
    guard index + 2 < nodes.count, nodes[index + 2].kind == .variable else {
      throw SyntaxFault(.inputWithoutVariable, nodes[index + 1].range)
    }
    nodes[index].end = UInt32(truncatingIfNeeded: position)
  }

  private mutating func scanLocal(
    _ source: Span<UInt8>, from start: Int
  ) throws(SyntaxFault) {
    let index = nodes.count
    let keyword = start..<(start + 6)
    nodes.append(SyntaxNode(.local, start, start))
    position = start + 6
    let space = skipBlank(source)
    let variable = position
    guard byte(source, variable) == UInt8(ascii: "$") else {
      throw SyntaxFault(.localWithoutVariable, keyword)
    }
    if !space { throw SyntaxFault(.missingSpace, variable..<(variable + 1)) }
    position += 1
    try scanName(source, .variable, from: variable, namespaced: false)
    _ = skipBlank(source)
    guard byte(source, position) == UInt8(ascii: "=") else {
      throw SyntaxFault(.localWithoutEquals, nodes[index + 1].range)
    }
    position += 1
    try scanDeclaredExpression(source, declaration: keyword)
    nodes[index].end = UInt32(truncatingIfNeeded: position)
  }

  private mutating func scanDeclaredExpression(
    _ source: Span<UInt8>, declaration: Range<Int>
  ) throws(SyntaxFault) {
    _ = skipBlank(source)
    guard byte(source, position) == UInt8(ascii: "{") else {
      if isAtEnd(source) { throw SyntaxFault(.missingExpression, declaration) }
      throw fault(.missingExpression, source, at: position)
    }
    let index = nodes.count
    try scanPlaceholder(source)
    guard nodes[index].kind == .expression else {
      throw SyntaxFault(.markupInDeclaration, nodes[index].range)
    }
  }

  private mutating func scanMatcher(
    _ source: Span<UInt8>, from start: Int
  ) throws(SyntaxFault) {
    let index = nodes.count
    nodes.append(SyntaxNode(.match, start, start + 6))
    position = start + 6
    var space = skipBlank(source)
    while byte(source, position) == UInt8(ascii: "$") {
      let variable = position
      if !space { throw SyntaxFault(.missingSpace, variable..<(variable + 1)) }
      position += 1
      try scanName(source, .variable, from: variable, namespaced: false)
      nodes[index].end = nodes[nodes.count - 1].end
      space = skipBlank(source)
    }
    if nodes.count == index + 1 {
      if byte(source, position) == UInt8(ascii: "{"),
        byte(source, position + 1) != UInt8(ascii: "{")
      {
        throw SyntaxFault(.selectorInBraces, position..<(position + 1))
      }
      throw SyntaxFault(.matchWithoutSelector, start..<(start + 6))
    }
    if isAtEnd(source) { throw SyntaxFault(.matchWithoutVariants, start..<(start + 6)) }
    if !space { throw fault(.missingSpace, source, at: position) }
    while !isAtEnd(source) {
      try scanVariant(source)
      _ = skipBlank(source)
    }
  }

  private mutating func scanVariant(_ source: Span<UInt8>) throws(SyntaxFault) {
    let index = nodes.count
    let start = position
    nodes.append(SyntaxNode(.variant, start, start))
    try scanKey(source)
    while true {
      let keysEnd = Int(nodes[nodes.count - 1].end)
      let space = skipBlank(source)
      if byte(source, position) == UInt8(ascii: "{") {
        guard byte(source, position + 1) == UInt8(ascii: "{") else {
          throw SyntaxFault(.unexpectedKey, position..<(position + 1))
        }
        break
      }
      if isAtEnd(source) { throw SyntaxFault(.variantWithoutPattern, start..<keysEnd) }
      if !space { throw fault(.missingSpace, source, at: position) }
      try scanKey(source)
    }
    position += 2
    try scanPattern(source, quoted: true)
    nodes[index].end = UInt32(truncatingIfNeeded: position)
  }

  private mutating func scanKey(_ source: Span<UInt8>) throws(SyntaxFault) {
    if byte(source, position) == UInt8(ascii: "*") {
      nodes.append(SyntaxNode(.catchall, position, position + 1))
      position += 1
    } else if try !scanLiteral(source) {
      if byte(source, position) == 0 {
        throw SyntaxFault(.nulCharacter, position..<min(position + 1, source.count))
      }
      throw fault(.unexpectedKey, source, at: position)
    }
  }
}
