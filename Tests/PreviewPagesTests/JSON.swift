import StringCatalogs

/// Test inputs as JSON text.
enum JSON {
  static func quoted(_ text: String) -> String { JSONWriter.quoted(text) }
}

/// Messages of MessageFormat 2 that say a text as it is.
enum MessageText {
  static func literal(_ text: String) -> String {
    var message = ""
    for character in text.unicodeScalars {
      if character == "{" || character == "}" || character == "\\" { message += "\\" }
      message.unicodeScalars.append(character)
    }
    return message
  }
}
