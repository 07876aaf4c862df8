using System.Text;
using Acornima.Ast;
using Jint;

namespace Blobpress.Site.Html.Scripts;

/// <summary>The libraries of npm that building embeds in this assembly.</summary>
internal static class ScriptText
{
    private const string Folder = "scripts/";

    // Interpreted: .NET's compiled expressions are no quicker here, take ten times as long to make, and run on without end over one of Prism's for Bash.
    private static readonly ScriptPreparationOptions Interpreted = new() { ParsingOptions = new() { CompileRegex = false } };

    /// <summary>The text of a file.</summary>
    /// <param name="name">Its name, such as <c>temml.js</c>.</param>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ScriptText).Assembly.GetManifestResourceStream(Folder + name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A library as engines run it: read once, whatever number of engines there are.</summary>
    public static Prepared<Script> Prepare(string name) => Engine.PrepareScript(Read(name), name, options: Interpreted);
}
