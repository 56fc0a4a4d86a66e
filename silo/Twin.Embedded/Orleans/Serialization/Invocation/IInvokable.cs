using System.Reflection;

namespace Orleans.Serialization.Invocation;

/// <summary>A call as filters see it.</summary>
public interface IInvokable
{
    /// <summary>How many arguments it has.</summary>
    int GetArgumentCount();

    /// <summary>An argument, counted from 0.</summary>
    object? GetArgument(int index);

    /// <summary>Replaces an argument, counted from 0.</summary>
    void SetArgument(int index, object value);

    /// <summary>The method on the grain interface.</summary>
    MethodInfo GetMethod();

    /// <summary>The method's name.</summary>
    string GetMethodName();

    /// <summary>The grain interface's name.</summary>
    string GetInterfaceName();

    /// <summary>The grain interface.</summary>
    Type GetInterfaceType();
}
