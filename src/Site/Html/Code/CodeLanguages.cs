using System.Collections.Frozen;
using System.Text.Json;
using Blobpress.Site.Html.Scripts;

namespace Blobpress.Site.Html.Code;

/// <summary>The languages that can be coloured, by all names that people write.</summary>
internal static class CodeLanguages
{
    // What Prism's own table has not: other names in use, and kin whose grammar fits.
    private const string More =
        "vue svelte astro wxml axml swan jsp xaml plist csproj=markup wxss acss=css ets arkts mts cts=typescript mjs cjs node es6 gs=javascript "
        + "objc obj-c objective-c=objectivec pl pm=perl rs=rust clj cljs=clojure scm=scheme erl hrl=erlang proto=protobuf golang=go c++ cc cxx hpp hxx h++ cuda cu ino arduino=cpp h=c c#=csharp f#=fsharp vb vb6 vba=visual-basic ps1 psm1 posh pwsh=powershell "
        + "zsh ksh fish sh bash-script=bash console terminal shellsession sh-session=shell-session cmd dos bat=batch jsonc geojson ipynb webmanifest=json json5=json5 "
        + "conf cfg cnf dotenv env editorconfig desktop=ini asm assembly masm x86asm=nasm terraform tf tfvars=hcl proto3=protobuf postgres postgresql pgsql mysql mariadb sqlite tsql=sql "
        + "make mk=makefile viml vimscript=vim ex exs=elixir delphi objectpascal=pascal octave m-file=matlab sol=solidity ml=ocaml jl=julia gradle jenkinsfile=groovy "
        + "patch udiff=diff yaml-frontmatter=yaml wat=wasm pycon py3 python3 gyp=python rscript=r rest=rest rst=rest cs-script=csharp styl=stylus docker=docker "
        + "nginxconf=nginx apache htaccess=apacheconf vlang=v sv=verilog systemverilog=verilog md mkd mdx=markdown rmd=markdown jsonl ndjson=json emacs-lisp=lisp";

    private static readonly Lazy<FrozenDictionary<string, CodeLanguage>> Known = new(Read);

    /// <summary>The language of a name, whatever its case; null where none is known.</summary>
    public static CodeLanguage? Find(string name) => name.Length is > 0 and < 40 ? Known.Value.GetValueOrDefault(name.ToLowerInvariant()) : null;

    /// <summary>All of them, by identifier.</summary>
    public static IEnumerable<CodeLanguage> All => Known.Value.Values.DistinctBy(language => language.Id).OrderBy(language => language.Id, StringComparer.Ordinal);

    private static FrozenDictionary<string, CodeLanguage> Read()
    {
        using var table = JsonDocument.Parse(ScriptText.Read("prism/components.json"));
        var languages = table.RootElement.GetProperty("languages").EnumerateObject().Where(language => language.Name != "meta").ToDictionary(language => language.Name, language => language.Value);
        var names = new Dictionary<string, CodeLanguage>(StringComparer.Ordinal);
        foreach (var (id, values) in languages)
        {
            var language = new CodeLanguage(id, values.GetProperty("title").GetString()!, Needs(id, languages));
            names[id] = language;
            foreach (var alias in Texts(values, "alias"))
                names.TryAdd(alias, language with { Title = AliasTitle(values, alias) ?? language.Title });
        }

        foreach (var group in More.Split(' ').Aggregate(new List<List<string>> { new() }, Group).Where(group => group.Count > 0))
        {
            foreach (var alias in group[..^1])
                names.TryAdd(alias, names[group[^1]] with { Title = Title(alias) ?? names[group[^1]].Title });
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // "a b=c" are the names a and b of c.
    private static List<List<string>> Group(List<List<string>> groups, string word)
    {
        var parts = word.Split('=');
        groups[^1].AddRange(parts);
        if (parts.Length == 2)
            groups.Add([]);
        return groups;
    }

    private static string? Title(string alias) => alias switch
    {
        "vue" => "Vue",
        "svelte" => "Svelte",
        "astro" => "Astro",
        "xaml" => "XAML",
        "jsonc" => "JSONC",
        "cuda" or "cu" => "CUDA",
        "terraform" or "tf" => "Terraform",
        "mysql" => "MySQL",
        "postgresql" or "postgres" or "pgsql" => "PostgreSQL",
        "sqlite" => "SQLite",
        "mdx" => "MDX",
        "gradle" => "Gradle",
        _ => null,
    };

    // Those it builds on, in the order in which they have to be read.
    private static List<string> Needs(string id, Dictionary<string, JsonElement> languages)
    {
        var needs = new List<string>();
        foreach (var required in Texts(languages[id], "require"))
            needs.AddRange(Needs(required, languages).Append(required).Except(needs).ToList());
        return needs;
    }

    private static string? AliasTitle(JsonElement values, string alias) =>
        values.TryGetProperty("aliasTitles", out var titles) && titles.TryGetProperty(alias, out var title) ? title.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement values, string key) => !values.TryGetProperty(key, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString()!) : [value.GetString()!];
}

/// <summary>A language that can be coloured.</summary>
/// <param name="Id">The library's identifier.</param>
/// <param name="Title">Its name as readers know it.</param>
/// <param name="Needs">The identifiers of those that have to be read before it.</param>
internal sealed record CodeLanguage(string Id, string Title, IReadOnlyList<string> Needs);
