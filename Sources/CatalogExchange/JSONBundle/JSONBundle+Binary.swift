public import MessageBundles

extension JSONBundle {
  /// The locale's own messages as the file that `MessageBundle` maps.
  public func binary() throws(BundleError) -> [UInt8] {
    var writer = BundleWriter(locale: locale, fallback: chain)
    for message in messages { writer.add(key: message.key, messageFormat2: message.text) }
    return try writer.bytes()
  }
}
