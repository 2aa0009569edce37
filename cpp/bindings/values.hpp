#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <type_traits>

#include "bindings/convert.hpp"

/// C++ values as values of JavaScript's own and back, by their types, so that a function is bound
/// as it stands and a struct is a value object of its fields.
namespace dd::bindings {

/// How a type crosses: what it is called in JavaScript, `out` and `in`, which throws
/// Error naming `what` for a value that is none.
template <class T>
struct Crossing {};
template <class T>
concept Crosses = requires {
  Crossing<T>::name;
};

template <class Element>
inline constexpr const char* arrayType = nullptr;
template <>
inline constexpr const char* arrayType<double> = "Float64Array";
template <>
inline constexpr const char* arrayType<float> = "Float32Array";
template <>
inline constexpr const char* arrayType<std::int32_t> = "Int32Array";
template <>
inline constexpr const char* arrayType<std::uint8_t> = "Uint8Array";

template <class T>
concept NumberArray = requires(const T& values) {
  values.data();
  values.size();
  requires arrayType<typename T::value_type>
  != nullptr;
};

template <NumberArray T>
struct Crossing<T> {
  using Element = typename T::value_type;
  static constexpr const char* name = arrayType<Element>;
  static val out(const T& values) {
    const auto size = static_cast<std::size_t>(values.size());
    if constexpr (std::is_same_v<Element, float>) return floats(values.data(), size);
    return val::global(name).new_(val(emscripten::typed_memory_view(size, values.data())));
  }
  static T in(const val& array, const char* what) {
    std::vector<Element> values = readArray<Element>(array, what);
    if constexpr (std::is_same_v<T, std::vector<Element>>)
      return values;
    else
      return Eigen::Map<const T>(values.data(), static_cast<Index>(values.size()));
  }
};

template <Named Enum>
struct Crossing<Enum> {
  static constexpr const char* name = "std::string";
  static val out(Enum value) { return val(std::string(toName(value))); }
  static Enum in(const val& text, const char* what) { return fromName<Enum>(toText(text, what)); }
};

template <class T>
requires(!NumberArray<std::vector<T>>) struct Crossing<std::vector<T>> {
  static constexpr const char* name = "Array";
  static val out(const std::vector<T>& values) {
    val list = val::array();
    for (const T& value : values) list.call<void>("push", value);
    return list;
  }
};

template <class T>
struct Crossing<std::optional<T>> {
  static constexpr const char* name = "optional";
  static val out(const std::optional<T>& value) { return value ? val(*value) : val::null(); }
};

/// A plain list of numbers, for which a typed array would be out of place.
struct NumberList {
  std::vector<double> values;
};
template <>
struct Crossing<NumberList> {
  static constexpr const char* name = "Array";
  static val out(const NumberList& list) { return val::array(list.values); }
};

/// A whole number of 0 … 2⁵³ − 1 as an argument.
struct Seed {
  std::uint64_t value;
  operator std::uint64_t() const { return value; }
};
template <>
struct Crossing<Seed> {
  static constexpr const char* name = "number";
  static Seed in(const val& value, const char* what) { return {readSeed(toNumber(value, what))}; }
};

/// Makes a type known to Embind before any module is used, wherever it crosses.
template <Crosses T>
inline const bool registered = [] {
  emscripten::internal::_embind_register_emval(emscripten::internal::TypeID<T>::get(),
                                               Crossing<T>::name);
  return true;
}();

}  // namespace dd::bindings

template <dd::bindings::Crosses T>
struct emscripten::internal::BindingType<T> {
  using WireType = EM_VAL;
  static WireType toWireType(const T& value) {
    (void)&dd::bindings::registered<T>;
    return BindingType<val>::toWireType(dd::bindings::Crossing<T>::out(value));
  }
  static T fromWireType(WireType wire) {
    (void)&dd::bindings::registered<T>;
    const val value = val::take_ownership(wire);
    return dd::bindings::guarded([&] { return dd::bindings::Crossing<T>::in(value, "argument"); });
  }
};

namespace dd::bindings {

/// How an argument or a result of a bound function crosses, where not as it is.
template <class T>
struct Crossed {
  using type = T;
};
template <>
struct Crossed<std::uint64_t> {
  using type = Seed;
};
template <class Scalar>
struct Crossed<ConstVectorRef<Scalar>> {
  using type = const Vector<Scalar>&;
};
template <>
struct Crossed<std::int64_t> {
  using type = double;
};

/// Calls `function` with what has crossed; a reference that it returns crosses as a copy.
template <auto function, class Result, class... Arguments>
struct Call {
  using Sent = typename Crossed<std::decay_t<Result>>::type;
  static Sent call(typename Crossed<Arguments>::type... arguments) {
    return guarded([&]() -> Sent {
      return static_cast<Sent>(
          std::invoke(function, std::forward<typename Crossed<Arguments>::type>(arguments)...));
    });
  }
};

template <auto function>
struct Bound;
template <class Result, class... Arguments, Result (*function)(Arguments...)>
struct Bound<function> : Call<function, Result, Arguments...> {};
template <class Self, class Result, class... Arguments, Result (Self::*function)(Arguments...)>
struct Bound<function> : Call<function, Result, Self&, Arguments...> {};
template <class Self, class Result, class... Arguments,
          Result (Self::*function)(Arguments...) const>
struct Bound<function> : Call<function, Result, const Self&, Arguments...> {};

/// What a template's argument is called, without its namespace or class.
template <class Text>
constexpr auto lastName(const Text& signature) {
  constexpr std::size_t size = sizeof(Text);
  std::array<char, size> name{};
  std::size_t begin = size - 2;  // the closing bracket
  while (signature[begin - 1] != ':' && signature[begin - 1] != ' ') --begin;
  for (std::size_t i = begin; i < size - 2; ++i) name[i - begin] = signature[i];
  return name;
}
template <class T>
constexpr auto nameOfType() {
  return lastName(__PRETTY_FUNCTION__);
}
template <auto value>
constexpr auto nameOfValue() {
  return lastName(__PRETTY_FUNCTION__);
}
template <auto value>
inline constexpr auto nameOf = nameOfValue<value>();
template <class T>
inline constexpr auto typeName = nameOfType<T>();

/// A function to hand to Embind: what it throws becomes a JavaScript error.
template <auto function>
inline constexpr auto bound = &Bound<function>::call;

/// Functions, under their own names.
template <auto... each>
void functions() {
  (emscripten::function(nameOf<each>.data(), bound<each>), ...);
}

/// A class whose objects JavaScript holds by shared pointers.
template <class T>
struct Class : emscripten::class_<T> {
  explicit Class(const char* name, const char* pointerName) : emscripten::class_<T>(name) {
    this->template smart_ptr<std::shared_ptr<T>>(pointerName);
  }
  template <auto... each>
  const Class& functions() const {
    (this->function(nameOf<each>.data(), bound<each>), ...);
    return *this;
  }
};

template <class T>
inline constexpr bool isNumber = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;

/// A value object that goes to JavaScript only; numbers of all kinds are numbers there.
template <class T>
class Result : public emscripten::value_object<T> {
 public:
  Result(const char* name = typeName<T>.data()) : emscripten::value_object<T>(name) {}

  /// A data member or what a function makes of the object.
  template <auto member>
  Result& field(const char* name) {
    using namespace emscripten::internal;
    using Read = std::decay_t<std::invoke_result_t<decltype(member), const T&>>;
    using Sent = std::conditional_t<isNumber<Read>, double, Read>;
    constexpr auto get = +[](const void*, const T& object) {
      return BindingType<Sent>::toWireType(static_cast<Sent>(std::invoke(member, object)));
    };
    constexpr auto set = +[](const void*, const void*) {};
    _embind_register_value_object_field(TypeID<T>::get(), name, TypeID<Sent>::get(),
                                        getSignature(get), reinterpret_cast<GenericFunction>(get),
                                        nullptr, TypeID<Sent>::get(), getSignature(set),
                                        reinterpret_cast<GenericFunction>(set), nullptr);
    return *this;
  }
};

template <class T>
T readAs(const val& value, const char* what) {
  if constexpr (std::is_same_v<T, bool>)
    return value.isTrue();
  else if constexpr (std::is_same_v<T, std::uint64_t>)
    return readSeed(toNumber(value, what));
  else if constexpr (std::is_integral_v<T>)
    return static_cast<T>(toInteger(toNumber(value, what), what));
  else if constexpr (isNumber<T>)
    return static_cast<T>(toNumber(value, what));
  else if constexpr (std::is_same_v<T, std::string>)
    return toText(value, what);
  else if constexpr (Crosses<T>)
    return Crossing<T>::in(value, what);
  else
    return value.as<T>();
}

/// A value object that comes from JavaScript only, with all of its fields; the error names one that
/// is of another type.
template <class T>
class Options : public emscripten::value_object<T> {
 public:
  Options(const char* name = typeName<T>.data()) : emscripten::value_object<T>(name) {}

  /// A data member, or a function that gives a reference to it.
  template <auto member>
  Options& field(const char* name) {
    using namespace emscripten::internal;
    using Value = std::decay_t<std::invoke_result_t<decltype(member), T&>>;
    constexpr auto get = +[](const void*, const void*) {};
    constexpr auto set = +[](const char* name, T& object, emscripten::EM_VAL value) {
      guarded(
          [&] { std::invoke(member, object) = readAs<Value>(val::take_ownership(value), name); });
    };
    _embind_register_value_object_field(
        TypeID<T>::get(), name, TypeID<void>::get(), getSignature(get),
        reinterpret_cast<GenericFunction>(get), nullptr, TypeID<val>::get(), getSignature(set),
        reinterpret_cast<GenericFunction>(set), const_cast<char*>(name));
    return *this;
  }
};

}  // namespace dd::bindings

/// DD_RESULT(Type, a, b) is Result<Type>().field<&Type::a>("a").field<&Type::b>("b"); DD_OPTIONS
/// likewise.
#define DD_RESULT(Type, ...) Result<Type>() DD_SCAN_AGAIN(DD_FIELD(Type, __VA_ARGS__))
#define DD_OPTIONS(Type, ...) Options<Type>() DD_SCAN_AGAIN(DD_FIELD(Type, __VA_ARGS__))
#define DD_FIELD(Type, name, ...) \
  .field<&Type::name>(#name) __VA_OPT__(DD_NEXT_FIELD DD_NO_ARGUMENTS(Type, __VA_ARGS__))
#define DD_NEXT_FIELD() DD_FIELD
#define DD_NO_ARGUMENTS ()
// Each scan of the preprocessor makes one more field.
#define DD_SCAN_AGAIN(...) DD_SCAN_6(DD_SCAN_6(DD_SCAN_6(DD_SCAN_6(__VA_ARGS__))))
#define DD_SCAN_6(...) DD_SCAN(DD_SCAN(DD_SCAN(DD_SCAN(DD_SCAN(DD_SCAN(__VA_ARGS__))))))
#define DD_SCAN(...) __VA_ARGS__
