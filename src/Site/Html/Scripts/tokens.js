// The kinds of words as the theme knows them, one letter each; "" takes the kind of what encloses it off, all others inherit it.
var kinds = {};
function kind(letter, names) {
    names.split(' ').forEach(function (name) { kinds[name] = letter; });
}
kind('c', 'comment prolog cdata doc-comment doctype shebang hashbang block-comment');
kind('k', 'keyword control-flow atrule important null nil statement storage tag-keyword parallel-keyword');
kind('s', 'string char template-string attr-value string-literal raw-string regex regex-source url heredoc triple-quoted-string multiline-string symbol-string');
kind('m', 'number boolean constant unit hexcode color numeric-constant datetime date symbol atom register');
kind('f', 'function method macro function-variable method-variable function-name function-definition command');
kind('t', 'class-name maybe-class-name known-class-name type builtin namespace type-definition');
kind('n', 'property attr-name key string-property literal-property label field attribute-name header-name');
kind('g', 'tag selector rule title table-header section section-name title-section');
kind('v', 'variable parameter global instance-variable environment assign-left');
kind('d', 'directive preprocessor annotation decorator entity escape attribute macro-name module pragma meta');
kind('i', 'inserted inserted-sign inserted-arrow');
kind('x', 'deleted deleted-sign deleted-arrow');
kind('b', 'bold');
kind('', 'interpolation expression embedded-code script style included-cdata code-block content template code generic');

var instances = {};

function knows(language) {
    return instances[language] !== undefined;
}

// Behind the library and the grammars of a language.
function keep(language) {
    if (Object.keys(instances).length >= 40) {
        instances = {};
    }
    instances[language] = Prism;
}

function kindOf(token, outer) {
    var names = [token.type].concat(token.alias || []);
    for (var i = 0; i < names.length; i++) {
        if (Object.prototype.hasOwnProperty.call(kinds, names[i])) {
            return kinds[names[i]];
        }
        if (names[i].indexOf('language-') === 0) {
            return '';
        }
    }
    return outer;
}

function read(code, language) {
    Prism = instances[language];
    var env = { code: code, grammar: Prism.languages[language], language: language };
    Prism.hooks.run('before-tokenize', env);
    env.tokens = Prism.tokenize(env.code, env.grammar);
    Prism.hooks.run('after-tokenize', env);
    var stretches = [], last = null, length = 0;
    function add(text, letter) {
        if (letter === last) {
            length += text.length;
            return;
        }
        if (length > 0) {
            stretches.push(last + length);
        }
        last = letter;
        length = text.length;
    }
    function walk(content, letter) {
        if (typeof content === 'string') {
            add(content, letter);
        } else if (Array.isArray(content)) {
            for (var i = 0; i < content.length; i++) {
                walk(content[i], letter);
            }
        } else {
            walk(content.content, kindOf(content, letter));
        }
    }
    walk(env.tokens, '');
    if (length > 0) {
        stretches.push(last + length);
    }
    return stretches.join(' ');
}
