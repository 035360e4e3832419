/// The length and the checksum in a bundle's header.
///
/// Also for those who try what a file does that was made to do harm: with its seal renewed it is opened, and
/// what is wrong with it has to be found later.
@_spi(Damage) public enum BundleSeal {
  /// Writes them anew. Bytes that are too few for a header stay as they are.
  public static func seal(_ bytes: inout [UInt8]) {
    guard bytes.count >= BundleLayout.headerSize else { return }
    let checksum = bytes.withUnsafeBytes {
      BundleHash.checksum(UnsafeRawBufferPointer(rebasing: $0[BundleLayout.checkedFrom...]))
    }
    put(UInt64(bytes.count), at: BundleLayout.Header.fileLength, in: &bytes)
    put(checksum, at: BundleLayout.Header.checksum, in: &bytes)
  }

  private static func put(_ number: UInt64, at offset: Int, in bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) {
      bytes.replaceSubrange(offset..<offset + $0.count, with: $0)
    }
  }
}
