package dev.jaxrscors.products.repository;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * A file of the archive.
 *
 * @param path where it is
 * @param size how many bytes it has
 */
record ArchivedFile(Path path, long size) {

  String name() {
    return String.valueOf(path.getFileName());
  }

  /** Writes a part of it. */
  void write(ByteRange range, OutputStream to) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      WritableByteChannel target = Channels.newChannel(to);
      long position = range.first();
      while (position <= range.last()) {
        position += file.transferTo(position, range.last() + 1 - position, target);
      }
    }
  }
}
