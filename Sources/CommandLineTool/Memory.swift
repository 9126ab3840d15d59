import CMalloc

/// How the allocator of this process takes memory from the kernel and gives it back.
enum Memory {
  /// For a command that ends soon: blocks of some megabytes come from the heap, which grows by large steps and does not
  /// shrink. Without it each large array is mapped, paged in and unmapped anew, which took up to a tenth of
  /// `ground` (mallopt(3)). A server gives back what it does not need.
  static func keepUntilTheEnd() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
      _ = mallopt(M_TRIM_THRESHOLD, 256 << 20)
      _ = mallopt(M_TOP_PAD, 16 << 20)
    #endif
  }
}
