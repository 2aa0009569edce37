#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <string>
#include <utility>

#include "descent/error.hpp"
#include "descent/expression.hpp"
#include "descent/expression_program.hpp"

namespace dd {
namespace {

constexpr std::size_t maxLength = 500;
constexpr int maxDepth = 100;

constexpr std::pair<std::string_view, Operation> functions[] = {
    {"sin", Operation::sin},   {"cos", Operation::cos},   {"tan", Operation::tan},
    {"exp", Operation::exp},   {"ln", Operation::log},    {"log", Operation::log},
    {"sqrt", Operation::sqrt}, {"abs", Operation::abs},   {"tanh", Operation::tanh},
    {"sinh", Operation::sinh}, {"cosh", Operation::cosh}, {"atan", Operation::atan},
    {"pow", Operation::power}};

/// Characters that other keyboards and formulas have, and what they are here.
constexpr std::pair<std::string_view, std::string_view> aliases[] = {
    {"−", "-"}, {"×", "*"}, {"·", "*"}, {"π", "pi"}};

// Not those of <cctype>, which follow the locale.
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Bytes of the UTF-8 character that begins with `c`.
std::size_t characterSize(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Length in UTF-16 units.
std::size_t lengthInJavaScript(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); i += characterSize(text[i])) {
    length += characterSize(text[i]) == 4 ? 2 : 1;
  }
  return length;
}

struct Token {
  enum class Type { end, number, name, symbol } type = Type::end;
  std::string_view text;  ///< with aliases resolved; a symbol is one character of +-*/^(),
  double number = 0;
  std::size_t position = 0;  ///< of its first byte
  std::string_view source;   ///< as it was typed
};

class Parser {
 public:
  Parser(std::string_view text, int dimension) : text_(text), dimension_(dimension) {}

  ExpressionCode parse() {
    if (lengthInJavaScript(text_) > maxLength) fail("expressionTooLong", text_.size(), "");
    advance();
    if (token_.type == Token::Type::end) fail("expressionEmpty", token_.position, "");
    parseSum();
    if (token_.type == Token::Type::end) return std::move(code_);
    failHere(isSymbol(')') ? "expressionValueExpected" : "expressionOperatorExpected");
  }

 private:
  /// Counts how deep the grammar is nested, for as long as it lives.
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser) {
      if (++parser.depth_ > maxDepth) parser.failHere("expressionTooDeep");
    }
    ~Nesting() { --parser_.depth_; }
    Nesting(const Nesting&) = delete;

   private:
    Parser& parser_;
  };

  [[noreturn]] void fail(const char* code, std::size_t byte, std::string_view found) const {
    throw Error(code, {{"position", lengthInJavaScript(text_.substr(0, byte))}, {"found", found}});
  }

  /// At the present token.
  [[noreturn]] void failHere(const char* code) const { fail(code, token_.position, token_.source); }

  void advance() {
    while (next_ < text_.size() && isSpace(text_[next_])) ++next_;
    token_ = {};
    token_.position = next_;
    if (next_ == text_.size()) return;
    const char c = text_[next_];
    if (isDigit(c) || c == '.') {
      readNumber();
    } else if (isLetter(c)) {
      std::size_t end = next_;
      while (end < text_.size() && (isLetter(text_[end]) || isDigit(text_[end]))) ++end;
      take(Token::Type::name, end - next_);
    } else if (std::string_view("+-*/^(),").find(c) != std::string_view::npos) {
      take(Token::Type::symbol, 1);
    } else {
      readAlias();
    }
  }

  void take(Token::Type type, std::size_t bytes) {
    token_.type = type;
    token_.source = token_.text = text_.substr(next_, bytes);
    next_ += bytes;
  }

  void readAlias() {
    const std::string_view rest = text_.substr(next_);
    for (const auto& [typed, meant] : aliases) {
      if (!rest.starts_with(typed)) continue;
      take(isLetter(meant[0]) ? Token::Type::name : Token::Type::symbol, typed.size());
      token_.text = meant;
      return;
    }
    token_.source = rest.substr(0, characterSize(rest[0]));
    failHere("expressionUnknownCharacter");
  }

  /// Digits with at most one point among them, and an exponent if digits follow its e.
  void readNumber() {
    std::size_t end = next_;
    const auto skipDigits = [&] {
      const std::size_t begin = end;
      while (end < text_.size() && isDigit(text_[end])) ++end;
      return end - begin;
    };
    std::size_t digits = skipDigits();
    if (end < text_.size() && text_[end] == '.') {
      ++end;
      digits += skipDigits();
    }
    if (digits == 0) {
      token_.source = text_.substr(next_, 1);
      failHere("expressionUnknownCharacter");
    }
    if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
      const std::size_t mantissa = end++;
      if (end < text_.size() && (text_[end] == '+' || text_[end] == '-')) ++end;
      if (skipDigits() == 0) end = mantissa;
    }
    take(Token::Type::number, end - next_);
    token_.number = std::strtod(std::string(token_.text).c_str(), nullptr);
    if (!std::isfinite(token_.number)) failHere("expressionNumberTooLarge");
  }

  bool isSymbol(char symbol) const {
    return token_.type == Token::Type::symbol && token_.text[0] == symbol;
  }

  bool takeSymbol(char symbol) {
    if (!isSymbol(symbol)) return false;
    advance();
    return true;
  }

  void emit(Operation operation, double constant = 0) {
    code_.instructions.push_back({operation, constant});
    if (takesNone(operation)) {
      code_.stackDepth = std::max(code_.stackDepth, ++stack_);
    } else if (takesTwo(operation)) {
      --stack_;
    }
  }

  /// Operands with either of two signs between them, from left to right.
  void parseChain(void (Parser::*parseOperand)(), char plus, Operation add, char minus,
                  Operation subtract) {
    (this->*parseOperand)();
    while (isSymbol(plus) || isSymbol(minus)) {
      const Operation operation = isSymbol(plus) ? add : subtract;
      advance();
      (this->*parseOperand)();
      emit(operation);
    }
  }

  void parseSum() {
    const Nesting nesting(*this);
    parseChain(&Parser::parseProduct, '+', Operation::add, '-', Operation::subtract);
  }

  void parseProduct() {
    parseChain(&Parser::parseUnary, '*', Operation::multiply, '/', Operation::divide);
  }

  void parseUnary() {
    if (!isSymbol('-') && !isSymbol('+')) return parsePower();
    const Nesting nesting(*this);
    const bool minus = isSymbol('-');
    advance();
    parseUnary();
    if (minus) emit(Operation::negate);
  }

  void parsePower() {
    parseValue();
    if (!takeSymbol('^')) return;
    const Nesting nesting(*this);
    parseUnary();
    emit(Operation::power);
  }

  void parseValue() {
    if (token_.type == Token::Type::number) {
      emit(Operation::constant, token_.number);
      advance();
    } else if (token_.type == Token::Type::name) {
      parseName();
    } else if (takeSymbol('(')) {
      parseSum();
      requireClosing();
    } else {
      failHere("expressionValueExpected");
    }
  }

  void parseName() {
    const std::string_view name = token_.text;
    if (name == "x" || (name == "y" && dimension_ == 2)) {
      emit(name == "x" ? Operation::x : Operation::y);
      return advance();
    }
    if (name == "pi" || name == "e") {
      emit(Operation::constant, name == "e" ? std::numbers::e : std::numbers::pi);
      return advance();
    }
    const auto function = std::find_if(std::begin(functions), std::end(functions),
                                       [&](const auto& entry) { return entry.first == name; });
    if (function == std::end(functions)) failHere("expressionUnknownName");
    advance();
    if (!takeSymbol('(')) failHere("expressionOpeningExpected");
    parseSum();
    if (function->second == Operation::power) {
      if (!takeSymbol(',')) failHere("expressionCommaExpected");
      parseSum();
    }
    requireClosing();
    emit(function->second);
  }

  void requireClosing() {
    if (takeSymbol(')')) return;
    const bool value =
        token_.type == Token::Type::number || token_.type == Token::Type::name || isSymbol('(');
    if (value) failHere("expressionOperatorExpected");
    failHere("expressionClosingExpected");
  }

  std::string_view text_;
  int dimension_;
  std::size_t next_ = 0;  ///< byte behind the present token
  Token token_;
  int depth_ = -1;         ///< the outermost sum is not nested
  std::size_t stack_ = 0;  ///< values on the stack after the instructions so far
  ExpressionCode code_;
};

}  // namespace

ExpressionCode compileExpression(std::string_view text, int dimension) {
  return Parser(text, dimension).parse();
}

}  // namespace dd
