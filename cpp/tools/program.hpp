// What the native programs share: files in, JSON, and how they end.
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "data/idx.hpp"
#include "descent/error.hpp"

namespace dd::tools {

inline std::vector<std::uint8_t> readFile(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("The file " + path.string() + " cannot be read.");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// `part` is "train" or "t10k".
inline DataSet readMnist(const std::filesystem::path& folder, const std::string& part) {
  return dataSetFromIdx(readFile(folder / (part + "-images-idx3-ubyte")),
                        readFile(folder / (part + "-labels-idx1-ubyte")));
}

inline std::string textOf(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

inline const rapidjson::Value& member(const rapidjson::Value& object, const char* key) {
  if (object.IsObject() && object.HasMember(key)) return object[key];
  throw std::runtime_error(std::string("The JSON object lacks \"") + key + "\".");
}

/// The exit code of a program that does this: 0, or 1 after an error, which it prints.
template <class Program>
int exitCode(Program&& program) {
  try {
    program();
    return 0;
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", description(error).c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 1;
}

}  // namespace dd::tools
