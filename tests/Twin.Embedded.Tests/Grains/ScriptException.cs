namespace Twin.Embedded.Tests.Grains;

public sealed class ScriptException(string message) : Exception(message);
