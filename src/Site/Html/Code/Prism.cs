using System.Collections.Concurrent;
using Acornima.Ast;
using Blobpress.Site.Html.Scripts;
using Jint;

namespace Blobpress.Site.Html.Code;

/// <summary>The kinds of words in a code, told apart by Prism's grammars.</summary>
internal static class Prism
{
    // The languages that others are embedded in and embed; read before any, so that a page does not depend on what was coloured before it.
    private static readonly string[] Common = ["markup", "css", "clike", "javascript"];

    private static readonly ConcurrentDictionary<string, Prepared<Script>> Components = new(StringComparer.Ordinal);

    private static readonly Lazy<ScriptPool> Pool = new(() => new(engine => engine.Execute(Components.GetOrAdd("tokens", _ => ScriptText.Prepare("prism/tokens.js")))));

    /// <summary>The stretches of a code, in order: the class of each, perhaps none, and its length. Together they are as long as the code.</summary>
    /// <returns>Null where the grammar was given up, or left something out.</returns>
    public static List<(string Class, int Length)>? Read(string code, CodeLanguage language, ScriptBudget budget, CancellationToken cancel)
    {
        var result = Pool.Value.Call(budget, "read", [code, language.Id], cancel, engine => Load(engine, language));
        return result.Failure is null ? Stretches(result.Text, code.Length) : null;
    }

    // Each language has a library of its own, since some change others.
    private static void Load(Engine engine, CodeLanguage language)
    {
        if (engine.Invoke("knows", language.Id).AsBoolean())
            return;
        engine.Execute(Component("core"));
        foreach (var component in Common.Concat(language.Needs).Append(language.Id).Distinct(StringComparer.Ordinal))
            engine.Execute(Component(component));
        engine.Invoke("keep", language.Id);
    }

    private static Prepared<Script> Component(string name) => Components.GetOrAdd(name, file => ScriptText.Prepare($"prism/prism-{file}.min.js"));

    // "k6 1 t3": classes with lengths.
    private static List<(string, int)>? Stretches(string text, int expected)
    {
        var (stretches, total) = (new List<(string, int)>(), 0);
        foreach (var range in text.AsSpan().Split(' '))
        {
            var item = text.AsSpan()[range];
            var name = item is [>= 'a' and <= 'z', ..] ? item[..1] : [];
            if (!int.TryParse(item[name.Length..], out var length))
                return null;
            stretches.Add((name.ToString(), length));
            total += length;
        }

        return total == expected ? stretches : null;
    }
}
