#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "descent/types.hpp"
#include "model/dtype.hpp"

namespace dd {

/// A safetensors file (huggingface.co/docs/safetensors, format 0.4): an 8-byte little-endian header
/// length, the header in JSON, the tensors.

/// One tensor to be written, its values row-major and little-endian.
struct Tensor {
  std::string name;
  DType dtype;
  std::vector<Index> shape;
  std::vector<std::uint8_t> bytes;  ///< as many as shape and dtype need
};

/// The tensors stand in the file widest type first, so that each begins at a multiple of its width.
std::vector<std::uint8_t> writeSafetensors(const std::map<std::string, std::string>& metadata,
                                           std::vector<Tensor> tensors);

class SafetensorsFile {
 public:
  /// Reads the header. `file` must outlive this. Throws Error for a file that is
  /// cut off within its header or is no safetensors file.
  explicit SafetensorsFile(std::span<const std::uint8_t> file);

  const std::map<std::string, std::string>& metadata() const { return metadata_; }
  /// Bytes behind the header.
  std::size_t dataBytes() const { return data_.size(); }

  struct View {
    DType dtype;
    std::span<const std::uint8_t> bytes;
  };
  /// A tensor that must be there. Throws Error when it is not, has another shape or
  /// none of the types that are `accepted`, or reaches beyond the end of the file.
  View tensor(const std::string& name, std::span<const Index> shape,
              std::span<const DType> accepted) const;

 private:
  std::span<const std::uint8_t> data_;
  rapidjson::Document header_;
  std::map<std::string, std::string> metadata_;
};

}  // namespace dd
