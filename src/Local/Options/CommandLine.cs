using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Blobpress.Local.Options;

/// <summary>The options of the local host, as typed.</summary>
public static class CommandLine
{
    private static readonly Option<string?> Posts = new("--posts")
    {
        Description = "The folder to publish, subfolders and the files beside the posts included. Default: the project's samples.",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Once = new("--once")
    {
        Description = "Stop when the site is up to date. " +
            "Exit code 0: every post is fine; 1: some were rejected; 2: usage or environment errors.",
    };

    private static readonly Option<string?> Export = new("--export")
    {
        Description = "Copy the site to this folder. It must be new, empty or an earlier export.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Write what became of each post to this file, as JSON.",
        HelpName = "FILE",
    };

    private static readonly Option<ConnectTo[]> ConnectTos = new("--connect-to")
    {
        Description = "Connect to ADDRESS:PORT when an image of HOST:PORT is asked for, and only then to a private address. " +
            "IPv6 in brackets. Repeatable.",
        HelpName = "HOST:PORT=ADDRESS:PORT",
        CustomParser = ParseConnectTo,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Storage = new("--storage")
    {
        Description = "The connection string of a storage account or Azurite that already runs. Default: an Azurite of its own.",
        HelpName = "CONNECTION",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "What is kept from run to run. Default: .local in the project's folder.",
        HelpName = "DIR",
    };

    private static readonly Option<int> Port = new("--port")
    {
        Description = "The preview's port on 127.0.0.1; 0 takes a free one.",
        HelpName = "N",
        CustomParser = ParsePort,
        DefaultValueFactory = _ => LocalOptions.DefaultPort,
    };

    /// <summary>
    /// Reads the arguments and runs the program with them; answers <c>--help</c> and <c>--version</c> itself.
    /// </summary>
    /// <param name="args">As the system passes them.</param>
    /// <param name="run">Gets the options; returns the exit code.</param>
    /// <param name="errors">Gets one sentence on what is wrong with the arguments.</param>
    /// <returns>The exit code; 2 where the arguments are wrong.</returns>
    public static Task<int> RunAsync(string[] args, Func<LocalOptions, Task<int>> run, TextWriter errors)
    {
        var root = Root();
        root.SetAction(result => RunAsync(OptionsOf(result), run, errors));
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            errors.WriteLine($"{parsed.Errors[0].Message} See --help.");
            return Task.FromResult(ExitCode.UsageOrEnvironment);
        }

        // Ctrl+C is the host's to handle: it has work to finish first.
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static async Task<int> RunAsync(LocalOptions options, Func<LocalOptions, Task<int>> run, TextWriter errors)
    {
        if (OptionRules.FirstBroken(options) is { } sentence)
        {
            await errors.WriteLineAsync(sentence);
            return ExitCode.UsageOrEnvironment;
        }

        return await run(options);
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Publishes a folder of posts as a website, shows it on this machine and keeps it up to date.")
        {
            HelpName = "run",
        };
        foreach (var option in new Option[] { Posts, Once, Export, Report, ConnectTos, Storage, Data, Port })
        {
            root.Add(option);
        }

        return root;
    }

    private static LocalOptions OptionsOf(ParseResult parsed) => new()
    {
        Posts = FullPath(parsed.GetValue(Posts)),
        Once = parsed.GetValue(Once),
        Export = FullPath(parsed.GetValue(Export)),
        Report = FullPath(parsed.GetValue(Report)),
        ConnectTo = parsed.GetValue(ConnectTos) ?? [],
        Storage = parsed.GetValue(Storage),
        Data = FullPath(parsed.GetValue(Data)) ?? ProjectFolder.Local,
        Port = parsed.GetValue(Port),
    };

    private static string? FullPath(string? path) =>
        path is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static int ParsePort(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
        {
            return port;
        }

        argument.AddError($"--port {text}: expected a number from 0 to 65535.");
        return LocalOptions.DefaultPort;
    }

    private static ConnectTo[] ParseConnectTo(ArgumentResult argument)
    {
        var parsed = new List<ConnectTo>();
        foreach (var token in argument.Tokens)
        {
            if (ConnectTo.TryParse(token.Value, out var connectTo))
            {
                parsed.Add(connectTo);
            }
            else
            {
                argument.AddError($"--connect-to {token.Value}: expected HOST:PORT=ADDRESS:PORT, such as img.example:80=127.0.0.1:9000.");
            }
        }

        return [.. parsed];
    }
}
